import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE = 'M118 128h164l14 250c1 22-12 34-32 34H136c-20 0-33-12-32-34Z';
const POCKET = 'M126 284h148l6 92c1 14-7 22-20 22H140c-13 0-21-8-20-22Z';

/** A tall pack whose mouth is rolled down and buckled at the sides. */
export const rollTop: Drawing = ({ fabric, trim }) => html`
${floor(86, 314, 412)}
<path d="M126 150c-46 50-52 150-32 222M274 150c46 50 52 150 32 222" fill="none" stroke="${DARK}" stroke-width="17" stroke-linecap="round"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M122 130h40l-8 278h-20c-18 0-30-12-29-32Z" fill="#fff" opacity=".1"/>
${shade('roll-top', OUTLINE, 'M252 100c12 100 16 220 8 320h50V100ZM90 398v30h220v-30ZM110 128v22h190v-22Z')}
<rect x="104" y="78" width="192" height="58" rx="27" fill="${fabric}"/>
<rect x="104" y="78" width="192" height="58" rx="27" fill="#fff" opacity=".1"/>
<path d="M110 116c4 12 10 20 22 20h136c14 0 24-8 28-22-60 10-130 10-186 2Z" fill="#000" opacity=".16"/>
<path d="M128 98c44 6 100 6 144 0M134 116c40 5 92 5 132 0" fill="none" stroke="#000" stroke-width="2" opacity=".16" stroke-linecap="round"/>
<path d="M262 84c14 8 18 36 2 46M282 94c6 8 6 20-2 26" fill="none" stroke="#000" stroke-width="3" opacity=".2" stroke-linecap="round"/>
<path d="M108 112c-6 30-8 60-6 88M292 112c6 30 8 60 6 88" fill="none" stroke="${trim}" stroke-width="10" stroke-linecap="round"/>
<rect x="92" y="176" width="20" height="32" rx="5" fill="${DARK}"/><rect x="288" y="176" width="20" height="32" rx="5" fill="${DARK}"/>
<path d="M200 80v196" stroke="${trim}" stroke-width="12"/><path d="M197 82v192M203 82v192" stroke="#fff" stroke-width="1" stroke-dasharray="4 4" opacity=".45"/>
<path d="M190 214h20v24a10 10 0 0 1-20 0Z" fill="none" stroke="${DARK}" stroke-width="5"/>
<path d="${POCKET}" fill="${fabric}"/><path d="${POCKET}" fill="#fff" opacity=".08"/>
${shade('roll-top-pocket', POCKET, 'M246 270c8 50 10 90 6 140h40V270ZM110 386v20h180v-20Z')}
<path d="M134 302h132" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/><path d="m138 302-3 24" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="M131 318l-3 58c0 9 5 14 14 14h116c9 0 14-5 14-14l-3-58" fill="none" stroke="#fff" stroke-width="1.2" stroke-dasharray="4 4" opacity=".4"/>
${label(177, 334, trim)}`;
