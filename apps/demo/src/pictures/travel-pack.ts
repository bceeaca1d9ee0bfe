import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE = 'M104 142c0-34 18-52 50-52h92c32 0 50 18 50 52l8 226c1 28-14 44-42 44H138c-28 0-43-16-42-44Z';

/** A boxy cabin pack with compression straps over its front. */
export const travelPack: Drawing = ({ fabric, trim }) => html`
${floor(78, 322, 412)}
<path d="M120 150C72 200 68 300 90 376M280 150c48 50 52 150 30 226" fill="none" stroke="${DARK}" stroke-width="18" stroke-linecap="round"/>
<path d="M166 94c2-34 66-34 68 0" fill="none" stroke="${DARK}" stroke-width="11" stroke-linecap="round"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M114 150c0-30 16-46 44-48-14 12-22 30-24 56l-8 240c-16-4-24-16-23-34Z" fill="#fff" opacity=".12"/>
${shade('travel-pack', OUTLINE, 'M262 80c16 100 18 230 4 340h50V80ZM80 396v40h240v-40Z')}
<path d="M122 152c0-22 12-34 34-34h88c22 0 34 12 34 34l2 30H120Z" fill="#000" opacity=".1"/>
<path d="M120 184c0-46 6-68 36-68h88c30 0 36 22 36 68" fill="none" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="m280 180 4 24" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="M118 222h164" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/><path d="m122 222-3 26" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="M116 236h168l5 128c1 20-10 32-30 32H141c-20 0-31-12-30-32Z" fill="#fff" opacity=".07"/>
<path d="M122 240l-4 124c0 15 8 24 24 24h116c16 0 24-9 24-24l-4-124" fill="none" stroke="#fff" stroke-width="1.2" stroke-dasharray="4 4" opacity=".4"/>
<g fill="${trim}"><path d="M100 272h200v14H100ZM98 340h204v14H98Z"/></g>
<path d="M262 272h38l1 14h-39ZM262 340h39l1 14h-40Z" fill="#000" opacity=".16"/>
<g fill="${DARK}"><rect x="184" y="266" width="32" height="26" rx="5"/><rect x="184" y="334" width="32" height="26" rx="5"/></g>
<g fill="#fff" opacity=".25"><rect x="190" y="272" width="20" height="4" rx="2"/><rect x="190" y="340" width="20" height="4" rx="2"/></g>
${label(177, 144, trim)}`;
