import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE =
  'M74 290c-2-44 22-66 66-70l116-10c44-4 70 14 74 56l4 58c2 32-16 52-54 54l-136 6c-40 2-64-16-66-50Z';

/** A small crossbody bag with its strap thrown up in a loop. */
export const sling: Drawing = ({ fabric, trim }) => html`
${floor(70, 336, 386)}
<path d="M88 268C40 120 150 78 214 92c80 18 112 90 104 160" fill="none" stroke="${DARK}" stroke-width="15" stroke-linecap="round"/>
<path d="M88 268C40 120 150 78 214 92c80 18 112 90 104 160" fill="none" stroke="#fff" stroke-width="1.2" stroke-dasharray="4 5" opacity=".3"/>
<g transform="rotate(24 240 100)"><rect x="222" y="86" width="40" height="28" rx="6" fill="${trim}"/><rect x="230" y="94" width="24" height="12" rx="3" fill="${DARK}"/></g>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M84 288c-2-36 18-54 58-58-20 12-30 32-30 62l2 74c-20-4-28-18-30-36Z" fill="#fff" opacity=".13"/>
${shade('sling', OUTLINE, 'M288 190c20 60 20 130 6 200h60V190ZM60 362v40h290v-40Z')}
<path d="M102 262c70-16 150-22 204-18" fill="none" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="M102 262c70-16 150-22 204-18" fill="none" stroke="#fff" stroke-width="1" stroke-dasharray="2 3" opacity=".35"/>
<path d="m106 262-16 20" stroke="${trim}" stroke-width="7" stroke-linecap="round"/>
<path d="M116 294c60-10 128-14 184-10l2 40c0 18-10 28-30 30l-120 4c-22 0-34-8-35-26Z" fill="#fff" opacity=".08"/>
<path d="M118 296c60-10 122-14 178-10" fill="none" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="m292 288 14 20" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<g transform="rotate(-3 200 320)">${label(180, 312, trim)}</g>
<circle cx="86" cy="270" r="9" fill="${DARK}"/><circle cx="318" cy="254" r="9" fill="${DARK}"/>`;
