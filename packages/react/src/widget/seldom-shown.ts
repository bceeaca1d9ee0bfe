/*
 * One file that is loaded with the first of these: where more files share with the app, a bundler begins to cut the app
 * itself into pieces.
 */
export { HandoffStage } from '../handoff/handoff-stage.js';
export { Menu } from '../menu/menu.js';
export { StorageNotices } from './storage-notices.js';
