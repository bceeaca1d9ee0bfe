/** A module of its own, so that a page loads it when it is needed. */
export { asksForHuman } from '@batonchat/protocol';
