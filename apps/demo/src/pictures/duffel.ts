import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE = 'M50 282c0-66 24-98 74-98h152c50 0 74 32 74 98v62c0 30-16 48-48 48H98c-32 0-48-18-48-48Z';

/** A soft weekender, standing on its base with its handles up. */
export const duffel: Drawing = ({ fabric, trim }) => html`
${floor(44, 356, 394)}
<path d="M144 214c0-104 112-104 112 0" fill="none" stroke="${trim}" stroke-width="13" stroke-linecap="round"/>
<path d="M144 214c0-104 112-104 112 0" fill="none" stroke="#000" stroke-width="13" stroke-linecap="round" opacity=".3"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M58 276c0-54 22-82 62-84-26 20-38 50-38 92v100c-16-4-24-18-24-40Z" fill="#fff" opacity=".12"/>
${shade('duffel', OUTLINE, 'M308 170c16 70 18 150 6 240h60V170ZM40 376v30h320v-30Z')}
<path d="M82 214c60-14 176-14 236 0" fill="none" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="M82 214c60-14 176-14 236 0" fill="none" stroke="#fff" stroke-width="1" stroke-dasharray="2 3" opacity=".35"/>
<path d="m312 212 10 20" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="M122 234v158h24V226ZM278 234v158h-24V226Z" fill="${trim}"/><path d="M278 234v158h-24V226Z" fill="#000" opacity=".1"/>
<g stroke="#fff" stroke-width="1.2" stroke-dasharray="4 4" opacity=".45"><path d="M127 236v152M141 232v156M259 232v156M273 236v152"/></g>
<path d="M134 240c0-136 132-136 132 0" fill="none" stroke="${trim}" stroke-width="14" stroke-linecap="round"/>
<path d="M178 146c14-9 30-9 44 0" fill="none" stroke="${DARK}" stroke-width="20" stroke-linecap="round"/><path d="M180 142c13-7 27-7 40 0" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity=".25"/>
<path d="M152 286h96v84h-96Z" fill="#fff" opacity=".07"/><path d="M152 286h96" stroke="${DARK}" stroke-width="4"/>
<path d="M158 296v66h84v-66" fill="none" stroke="#fff" stroke-width="1.2" stroke-dasharray="4 4" opacity=".4"/>
<rect x="50" y="238" width="18" height="24" rx="4" fill="${DARK}"/><rect x="332" y="238" width="18" height="24" rx="4" fill="${DARK}"/>
${label(177, 318, trim)}`;
