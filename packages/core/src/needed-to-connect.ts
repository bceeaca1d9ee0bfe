/*
 * One file that is loaded when a client connects, while its token is asked for.
 */
export { createSharedConnection } from './tabs/shared-connection.js';
export { transportTo } from './websocket/websocket-transport.js';
