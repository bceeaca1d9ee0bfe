import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE = 'M110 206C110 132 148 98 200 98s90 34 90 108l9 160c1 30-15 46-43 46H144c-28 0-44-16-43-46Z';
const POCKET = 'M130 276c0-9 6-14 15-14h110c9 0 15 5 15 14l8 92c1 17-9 26-25 26H147c-16 0-26-9-25-26Z';

/** A rounded daypack with a front pocket, seen from the front. */
export const daypack: Drawing = ({ fabric, trim }) => html`
${floor(84, 316, 412)}
<g fill="none" stroke="${DARK}" stroke-linecap="round"><path d="M130 150C82 196 76 300 98 372M270 150c48 46 54 150 32 222" stroke-width="17"/>
<path d="M172 106c0-36 56-36 56 0" stroke-width="10"/></g>
<path d="M106 300c-20 0-28 10-27 28l3 52c1 14 8 20 24 20Z" fill="${fabric}"/><path d="M106 300c-20 0-28 10-27 28l3 52c1 14 8 20 24 20Z" fill="#000" opacity=".1"/>
<path d="M294 300c20 0 28 10 27 28l-3 52c-1 14-8 20-24 20Z" fill="${fabric}"/><path d="M294 300c20 0 28 10 27 28l-3 52c-1 14-8 20-24 20Z" fill="#000" opacity=".3"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M124 214c-2-66 28-98 74-100-34 10-56 44-58 104Z" fill="#fff" opacity=".12"/>
${shade('daypack', OUTLINE, 'M262 80c20 80 26 220 8 350h60V80ZM90 396v40h230v-40Z')}
<path d="M121 226c-3-74 32-112 79-112s82 38 79 112" fill="none" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="M121 226c-3-74 32-112 79-112s82 38 79 112" fill="none" stroke="#fff" stroke-width="1" stroke-dasharray="2 3" opacity=".35"/>
<path d="m121 222-6 24" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="${POCKET}" fill="${fabric}"/><path d="${POCKET}" fill="#fff" opacity=".09"/>
${shade('daypack-pocket', POCKET, 'M248 250c8 50 10 100 4 150h40V250ZM110 384v20h180v-20Z')}
<path d="M140 284h120" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="m257 284 4 26" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="M131 300c-2 24-4 44-4 66 0 14 8 22 22 22h102c14 0 22-8 22-22 0-22-2-42-4-66" fill="none" stroke="#fff" stroke-width="1.2" stroke-dasharray="4 4" opacity=".4"/>
${label(177, 186, trim)}`;
