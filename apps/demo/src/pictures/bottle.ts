import { html } from 'hono/html';
import { DARK, type Drawing, floor, shade } from './drawing.js';

const OUTLINE =
  'M140 196c0-18 8-28 22-38 8-6 10-10 10-20h56c0 10 2 14 10 20 14 10 22 20 22 38v192c0 16-9 24-24 24h-72c-15 0-24-8-24-24Z';

/** An insulated steel bottle with a screw cap and a carrying loop. */
export const bottle: Drawing = ({ fabric, trim }) => html`
${floor(122, 278, 412)}
<path d="M176 96c-4-44 52-44 48 0" fill="none" stroke="${trim}" stroke-width="10" stroke-linecap="round"/>
<rect x="168" y="90" width="64" height="40" rx="9" fill="${DARK}"/><path d="M178 92v36M188 92v36M198 92v36" stroke="#fff" stroke-width="2" opacity=".16"/>
<rect x="172" y="128" width="56" height="12" fill="#c6cbc9"/><rect x="206" y="128" width="22" height="12" fill="#000" opacity=".18"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M152 200c0-14 6-22 18-32 8-6 12-12 12-20h8c0 12-4 20-12 26-10 8-14 16-14 28v184c-8 0-12-6-12-14Z" fill="#fff" opacity=".26"/>
${shade('bottle', OUTLINE, 'M226 130c4 20 8 30 8 70v220h40V130ZM130 396v20h140v-20Z')}
<path d="M140 352h120v14H140Z" fill="#000" opacity=".14"/>
<g transform="translate(172 246)" fill="none" stroke="#fff" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" opacity=".92"><circle cx="38" cy="14" r="8"/><path d="M0 44 20 18l14 18 8-9 16 17"/></g>`;
