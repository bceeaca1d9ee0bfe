import { html } from 'hono/html';
import { DARK, type Drawing, floor, label, type Markup, type Paint } from './drawing.js';

function cube(x: number, y: number, width: number, height: number, { fabric, trim }: Paint): Markup {
  const id = `cubes-${width}`;
  return html`<g transform="translate(${x} ${y})">
<clipPath id="${id}"><rect width="${width}" height="${height}" rx="16"/></clipPath>
<g clip-path="url(#${id})"><rect width="${width}" height="${height}" fill="${fabric}"/>
<path d="M0 0h22v${height}H0Z" fill="#fff" opacity=".12"/><path d="M${width - 40} 0h40v${height}h-40ZM0 ${height - 16}h${width}v16H0Z" fill="#000" opacity=".14"/></g>
<rect x="20" y="22" width="${width - 40}" height="${height - 40}" rx="8" fill="${DARK}" opacity=".42"/>
<g stroke="#fff" stroke-width="1" opacity=".22">${Array.from({ length: Math.floor((width - 52) / 8) }, (_, index) => html`<path d="M${28 + index * 8} 24v${height - 44}"/>`)}</g>
<path d="M12 11h${width - 24}" stroke="${DARK}" stroke-width="4" stroke-linecap="round"/>
<path d="m${width - 14} 11 12 14" stroke="${trim}" stroke-width="6" stroke-linecap="round"/>
<path d="M${width / 2 - 22} 1c0-20 44-20 44 0" fill="none" stroke="${trim}" stroke-width="8" stroke-linecap="round"/></g>`;
}

/** Three packing cubes with mesh lids, stacked by size. */
export const packingCubes: Drawing = (paint) => html`
${floor(68, 332, 400)}
${cube(76, 286, 248, 114, paint)}
${label(177, 330, paint.trim)}
${cube(98, 190, 204, 96, { fabric: paint.trim, trim: paint.fabric })}
${cube(126, 114, 150, 76, paint)}`;
