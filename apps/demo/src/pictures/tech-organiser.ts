import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const LEFT = 'M66 176c0-16 8-25 24-26l102-10v258L92 388c-17-2-26-11-26-27Z';
const RIGHT = 'M334 176c0-16-8-25-24-26l-102-10v258l100-10c17-2 26-11 26-27Z';

/** A zip pouch standing open like a book, with cables, a charger and a pen in their loops. */
export const techOrganiser: Drawing = ({ fabric, trim }) => html`
${floor(62, 338, 394)}
<path d="${LEFT}" fill="${fabric}"/><path d="${RIGHT}" fill="${fabric}"/>
<path d="M192 138h16v262h-16Z" fill="${fabric}"/><path d="M192 138h16v262h-16Z" fill="#000" opacity=".34"/>
${shade('organiser-left', LEFT, 'M60 372l140 16v20H60ZM172 130h30v270h-30Z')}
${shade('organiser-right', RIGHT, 'M340 372l-140 16v20h140ZM300 130h60v270h-60Z')}
<path d="M76 178c0-11 6-17 16-18l92-9v236l-92-9c-11-1-16-7-16-18Z" fill="#fff" opacity=".14"/>
<path d="M324 178c0-11-6-17-16-18l-92-9v236l92-9c11-1 16-7 16-18Z" fill="#fff" opacity=".1"/>
<g fill="none" stroke="${DARK}" stroke-width="4"><path d="M190 145 92 155c-13 1-20 8-20 21v186c0 13 7 20 20 22l98 10M210 145l98 10c13 1 20 8 20 21v186c0 13-7 20-20 22l-98 10"/></g>
<path d="m92 155-20-14" stroke="${trim}" stroke-width="7" stroke-linecap="round"/>
<path d="M84 288l100 4v90l-92-9c-6-1-8-4-8-10Z" fill="${DARK}" opacity=".34"/><path d="M84 288l100 4" stroke="${trim}" stroke-width="6"/>
<g fill="none" stroke-linecap="round"><circle cx="134" cy="246" r="26" stroke="#f4f1ea" stroke-width="6"/><circle cx="134" cy="246" r="17" stroke="#f4f1ea" stroke-width="6" opacity=".8"/><path d="M152 264l10 22" stroke="#f4f1ea" stroke-width="6"/><path d="M124 268v10M144 268v10" stroke="${trim}" stroke-width="5"/></g>
<rect x="118" y="176" width="32" height="20" rx="4" fill="${trim}"/><path d="M126 176v-12M142 176v-12" stroke="#f4f1ea" stroke-width="4"/>
<g><rect x="228" y="176" width="12" height="104" rx="5" fill="#f4f1ea"/><path d="M228 276h12l-6 16Z" fill="${DARK}"/><rect x="228" y="176" width="12" height="16" rx="4" fill="${trim}"/></g>
<rect x="254" y="190" width="50" height="74" rx="8" fill="#f4f1ea"/><rect x="266" y="202" width="26" height="6" rx="3" fill="${DARK}" opacity=".25"/><circle cx="279" cy="248" r="5" fill="${trim}"/>
<path d="M218 222l104 4v14l-104-4Z" fill="${DARK}"/>
<path d="M216 300l104-4v62c0 8-4 12-12 13l-92 9Z" fill="${fabric}"/><path d="M216 300l104-4v62c0 8-4 12-12 13l-92 9Z" fill="#000" opacity=".12"/><path d="M216 300l104-4" stroke="${DARK}" stroke-width="4"/>
<g transform="rotate(-2 268 340)">${label(245, 322, trim)}</g>`;
