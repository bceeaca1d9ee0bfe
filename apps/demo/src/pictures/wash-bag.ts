import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, shade } from './drawing.js';

const OUTLINE = 'M72 266c2-30 20-44 52-44h152c32 0 50 14 52 44l8 88c3 28-12 44-42 44H106c-30 0-45-16-42-44Z';

/** A boxy wash bag with a carrying loop, a toothbrush and a comb looking out. */
export const washBag: Drawing = ({ fabric, trim }) => html`
${floor(60, 340, 398)}
<g transform="rotate(-10 140 180)"><rect x="132" y="122" width="11" height="130" rx="5" fill="#f4f1ea"/><rect x="124" y="116" width="14" height="36" rx="3" fill="#9cc3cf"/><path d="M124 122h14M124 130h14M124 138h14M124 146h14" stroke="#fff" stroke-width="2"/></g>
<g transform="rotate(7 180 180)"><rect x="170" y="132" width="38" height="120" rx="7" fill="${trim}"/><path d="M170 142h22M170 152h22M170 162h22M170 172h22M170 182h22M170 192h22M170 202h22M170 212h22" stroke="${DARK}" stroke-width="3" opacity=".55"/></g>
<rect x="234" y="150" width="50" height="90" rx="10" fill="#f4f1ea"/><rect x="246" y="130" width="26" height="22" rx="4" fill="${DARK}"/><rect x="242" y="178" width="34" height="28" rx="3" fill="#9cc3cf"/>
<path d="M332 284c34 0 34 60 6 62" fill="none" stroke="${trim}" stroke-width="11" stroke-linecap="round"/>
<path d="${OUTLINE}" fill="${fabric}"/>
<path d="M82 268c2-22 14-32 38-34-10 10-14 22-16 40l-8 114c-16-4-23-14-22-32Z" fill="#fff" opacity=".13"/>
${shade('wash-bag', OUTLINE, 'M288 200c16 60 20 120 10 200h60V200ZM50 380v30h300v-30Z')}
<path d="M72 246c60-14 196-14 256 0" fill="none" stroke="${DARK}" stroke-width="5" stroke-linecap="round"/>
<path d="M72 246c60-14 196-14 256 0" fill="none" stroke="#fff" stroke-width="1" stroke-dasharray="2 3" opacity=".35"/>
<path d="m78 246-18 18" stroke="${trim}" stroke-width="7" stroke-linecap="round"/>
<path d="M72 322h258" stroke="#000" stroke-width="3" opacity=".2"/><path d="M71 330h260" stroke="#fff" stroke-width="1.2" stroke-dasharray="4 4" opacity=".4"/>
${label(177, 276, trim)}`;
