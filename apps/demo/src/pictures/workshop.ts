import { html } from 'hono/html';
import { daypack } from './daypack.js';
import { DARK, type Markup } from './drawing.js';

interface Light {
  readonly wall: string;
  readonly board: string;
  readonly tile: string;
  readonly table: string;
  readonly machine: string;
  readonly lamp: string;
}

const DAY: Light = {
  wall: '#f0e4d2',
  board: '#e2d0b6',
  tile: '#7fa3b8',
  table: '#b98a5e',
  machine: '#2f4a55',
  lamp: '#fff6df',
};

const NIGHT: Light = {
  wall: '#37322b',
  board: '#4a4237',
  tile: '#3d5a6c',
  table: '#7a5a3d',
  machine: '#5d7f8c',
  lamp: '#f1d59a',
};

const THREADS = ['#b8503a', '#2f5d50', '#d69a2d', '#2a6f97', '#46566b', '#cdb892', '#7d8f69', '#d58a7a'];

function spool(x: number, y: number, thread: string): Markup {
  return html`<g transform="translate(${x} ${y})"><path d="M4 0h28v8H4ZM4 44h28v8H4Z" fill="${DARK}" opacity=".75"/><rect y="8" x="2" width="32" height="36" rx="4" fill="${thread}"/>
<path d="M2 16h32M2 24h32M2 32h32" stroke="#000" stroke-width="1.5" opacity=".16"/></g>`;
}

function workshop({ wall, board, tile, table, machine, lamp }: Light): Markup {
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="720" viewBox="0 0 1200 720">
<path d="M0 0h1200v720H0Z" fill="${wall}"/>
<g fill="${tile}" opacity=".5">${Array.from({ length: 15 }, (_, index) => html`<path d="M${index * 80 + 40} 424l40 40-40 40-40-40Z"/><path d="M${index * 80 + 40} 448l16 16-16 16-16-16Z" fill="#fff" opacity=".55"/>`)}</g>
<path d="M0 420h1200v6H0ZM0 502h1200v6H0Z" fill="${tile}" opacity=".8"/>
<path d="M92 236h456v14H92ZM92 130h456v14H92Z" fill="${board}"/><path d="M92 250h456v6H92ZM92 144h456v6H92Z" fill="#000" opacity=".12"/>
${THREADS.map((thread, index) => spool(116 + index * 54, 184, thread))}
${THREADS.slice(2).map((thread, index) => spool(116 + index * 54, 78, thread))}
<g transform="translate(170 0)"><path d="M760 0v116" stroke="${DARK}" stroke-width="5"/><path d="M690 190c0-46 30-76 70-76s70 30 70 76Z" fill="${machine}"/><path d="M690 190h140c-6 20-40 26-70 26s-64-6-70-26Z" fill="${lamp}"/>
<path d="M696 204 560 566h420L824 204c-30 18-96 18-128 0Z" fill="${lamp}" opacity=".22"/></g>
<path d="M0 560h1200v160H0Z" fill="${table}"/><path d="M0 560h1200v12H0Z" fill="#fff" opacity=".16"/><path d="M0 640h1200M0 690h1200" stroke="#000" stroke-width="2" opacity=".08"/>
<g transform="translate(712 142) scale(1.1)">${daypack({ fabric: '#c05f3f', trim: '#34302f' })}</g>
<ellipse cx="452" cy="600" rx="220" ry="16" fill="#000" opacity=".14"/>
<path d="M256 560h388c10 0 16 8 16 18v16H240v-16c0-10 6-18 16-18Z" fill="${machine}"/><path d="M240 582h420v14H240Z" fill="#000" opacity=".2"/>
<path d="M548 560V410H396c-6 0-10 4-10 10v62h-60v-92c0-32 22-52 54-52h186c42 0 66 26 66 66v156Z" fill="${machine}"/>
<path d="M338 392c0-26 16-42 42-42h190c-90 10-180 8-214 34Z" fill="#fff" opacity=".16"/><path d="M600 372c18 20 22 100 14 188h18V404c0-16-12-28-32-32Z" fill="#000" opacity=".2"/>
<circle cx="638" cy="440" r="34" fill="${DARK}"/><circle cx="638" cy="440" r="20" fill="none" stroke="#fff" stroke-width="3" opacity=".25"/>
<path d="M352 482v46M348 528h10v32" stroke="#c6cbc9" stroke-width="7" fill="none"/><path d="M326 556h70" stroke="#c6cbc9" stroke-width="7"/>
<g transform="translate(430 286)">${spool(0, 0, '#d69a2d')}</g><path d="M448 300 380 330 354 380 352 480" fill="none" stroke="#d69a2d" stroke-width="2"/>
<path d="M430 384h90" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".7"/>
<path d="M160 572c60-34 120-30 190-14l60 12c-50 30-190 34-250 2Z" fill="#2f5d50"/><path d="M176 572c60-24 120-22 206-8" fill="none" stroke="#fff" stroke-width="2" stroke-dasharray="6 5" opacity=".6"/></svg>`;
}

/** The repair bench: a sewing machine, shelves of thread, and a pack waiting its turn. 1200 by 720 units. */
export const workshopByDay = (): Markup => workshop(DAY);

/** The same bench under its lamp, for visitors who prefer a dark page. 1200 by 720 units. */
export const workshopByNight = (): Markup => workshop(NIGHT);
