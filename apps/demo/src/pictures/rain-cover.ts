import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE = 'M94 236c0-88 38-132 106-132s106 44 106 132l6 112c2 36-18 60-56 60H144c-38 0-58-24-56-60Z';

/** A cover drawn over a pack, its hem gathered by a cord, in the rain. */
export const rainCover: Drawing = ({ fabric, trim }) => html`
${floor(82, 318, 410)}
<g fill="none" stroke="#6d97ad" stroke-width="5" stroke-linecap="round" opacity=".75"><path d="m74 110-8 24M112 66l-8 24M166 48l-6 18M238 52l-8 24M292 74l-8 24M336 122l-8 24M54 196l-8 24M352 208l-8 24"/></g>
<path d="M168 112c0-40 64-40 64 0" fill="none" stroke="${DARK}" stroke-width="10" stroke-linecap="round"/>
<path d="M122 378c-14-8-26-20-30-34M278 378c14-8 26-20 30-34" stroke="${DARK}" stroke-width="14" fill="none" stroke-linecap="round"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M108 240c0-70 26-110 74-118-32 24-48 62-50 118l-6 136c-16-8-22-20-22-34Z" fill="#fff" opacity=".2"/>
${shade('rain-cover', OUTLINE, 'M262 90c22 100 24 220 6 330h60V90ZM80 392v30h240v-30Z')}
<g fill="none" stroke="#000" stroke-width="3" stroke-linecap="round" opacity=".14"><path d="M128 368c8-40 16-60 34-78M176 392c2-26 2-44-4-66M224 392c-2-26-2-44 6-66M272 368c-8-40-18-62-36-80"/></g>
<path d="M92 366c8 26 26 36 54 36h108c28 0 46-10 54-36" fill="none" stroke="${trim}" stroke-width="6" stroke-dasharray="12 6" stroke-linecap="round"/>
<path d="M196 400c-10 16-8 30 4 40M206 400c10 14 10 26 4 36" fill="none" stroke="${trim}" stroke-width="4" stroke-linecap="round"/><rect x="190" y="396" width="22" height="16" rx="5" fill="${DARK}"/>
<path d="M150 168h100" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".75"/>
${label(177, 220, trim)}`;
