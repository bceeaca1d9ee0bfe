/** Asks the relay at `PORT` for one socket after the other, each from `ADDRESS`, 200 a second until it is killed. */
import { knock } from './knock.js';

const port = Number(process.env['PORT']);
const address = process.env['ADDRESS'] ?? '';
setInterval(() => {
  knock(port, address).catch(() => {});
}, 5);
console.log('knocking');
