/** A module of its own, since the build compiles the library anew into it: see `scripts/trim-libraries.mjs`. */
export { default as ReconnectingWebSocket } from 'reconnecting-websocket';
