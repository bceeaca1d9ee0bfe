/*
 * One file that is loaded with the first of these: much of what they stand on is the same.
 */
export { chatFilesOf } from './files/chat-files.js';
export { transcriptsOf } from './transcripts/transcripts.js';
