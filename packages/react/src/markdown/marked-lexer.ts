/** A module of its own, since the build leaves the rest of marked out of it: see `scripts/trim-libraries.mjs`. */
export { Lexer } from 'marked';
