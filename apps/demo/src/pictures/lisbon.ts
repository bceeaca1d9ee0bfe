import { html } from 'hono/html';
import { bottle } from './bottle.js';
import { DARK, type Drawing, type Markup, type Paint } from './drawing.js';
import { duffel } from './duffel.js';
import { travelPack } from './travel-pack.js';

interface Light {
  readonly sky: string;
  readonly disc: string;
  readonly far: string;
  readonly near: string;
  readonly walls: readonly [string, string, string];
  readonly roof: string;
  readonly window: string;
  readonly sea: string;
  readonly glint: string;
  readonly quay: string;
}

const DAY: Light = {
  sky: '#dbe9ec',
  disc: '#f6cf7a',
  far: '#b9d0d2',
  near: '#9fbfb4',
  walls: ['#f7efe2', '#f1d9c9', '#e7e4d6'],
  roof: '#c9735a',
  window: '#8fa9ad',
  sea: '#8fb9c6',
  glint: '#fff',
  quay: '#ecdfc8',
};

const NIGHT: Light = {
  sky: '#1d2b3a',
  disc: '#e9e2c8',
  far: '#27394a',
  near: '#2b4248',
  walls: ['#4b5663', '#574f57', '#444f58'],
  roof: '#7c4a41',
  window: '#f3c86b',
  sea: '#20404f',
  glint: '#f3c86b',
  quay: '#4a4a44',
};

function house(x: number, top: number, width: number, wall: string, { roof, window }: Light): Markup {
  const rows = Math.floor((452 - top - 26) / 34);
  const columns = Math.max(1, Math.floor((width - 8) / 24));
  const inset = (width - columns * 24 + 12) / 2;
  return html`<path d="M${x} ${top}h${width}v${460 - top}h-${width}Z" fill="${wall}"/>
<path d="M${x - 4} ${top}l14-16h${width - 20}l14 16Z" fill="${roof}"/>
<g fill="${window}">${Array.from({ length: rows * columns }, (_, index) => {
    const across = x + inset + (index % columns) * 24;
    const down = top + 16 + Math.floor(index / columns) * 34;
    return html`<path d="M${across} ${down + 4}a6 5 0 0 1 12 0v14h-12Z"/>`;
  })}</g>`;
}

function bridge({ roof }: Light): Markup {
  return html`<g fill="none" stroke="${roof}"><path d="M0 388h560" stroke-width="7"/>
<path d="M96 436V270M118 436V270M96 300h22M96 340h22M372 436V270M394 436V270M372 300h22M372 340h22" stroke-width="6"/>
<path d="M0 356Q60 340 107 272 245 480 383 272 440 350 560 376" stroke-width="3"/>
<path d="M140 314v74M170 342v46M200 362v26M290 362v26M320 340v48M350 314v74M40 346v42M70 326v62M420 322v66M450 346v42" stroke-width="1.5"/></g>`;
}

function place(drawing: Drawing, paint: Paint, x: number, y: number, scale: number): Markup {
  return html`<g transform="translate(${x} ${y}) scale(${scale})">${drawing(paint)}</g>`;
}

function lisbon(light: Light): Markup {
  const [cream, rose, grey] = light.walls;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="720" viewBox="0 0 1200 720">
<path d="M0 0h1200v720H0Z" fill="${light.sky}"/><circle cx="640" cy="150" r="60" fill="${light.disc}"/>
<path d="M0 380c140-60 260-64 400-20s300 40 420-10 260-70 380-30v200H0Z" fill="${light.far}"/>
<path d="M640 452c60-150 180-250 330-250 110 0 180 40 230 70v190H640Z" fill="${light.near}"/>
${house(700, 352, 70, cream, light)}${house(772, 316, 62, rose, light)}${house(838, 268, 82, grey, light)}
${house(924, 226, 66, cream, light)}${house(994, 252, 76, rose, light)}${house(1074, 216, 60, grey, light)}${house(1138, 264, 70, cream, light)}
${house(660, 396, 54, rose, light)}${house(740, 390, 84, grey, light)}${house(828, 366, 72, cream, light)}${house(906, 352, 90, rose, light)}${house(1000, 360, 68, cream, light)}${house(1072, 338, 84, grey, light)}${house(1160, 366, 60, rose, light)}
<path d="M0 436h1200v140H0Z" fill="${light.sea}"/>${bridge(light)}
<g stroke="${light.glint}" stroke-width="4" stroke-linecap="round" opacity=".4"><path d="M470 462h110M500 484h60M60 470h70M220 500h90M700 480h90M860 504h120M1040 474h80M400 520h70M620 530h100"/></g>
<path d="M0 560h1200v160H0Z" fill="${light.quay}"/><path d="M0 560h1200v10H0Z" fill="#000" opacity=".12"/>
<g stroke="${DARK}" stroke-width="2" opacity=".08"><path d="M0 612h1200M0 664h1200M160 570v42M420 570v42M690 570v42M980 570v42M40 612v52M300 612v52M560 612v52M840 612v52M1100 612v52"/></g>
${place(duffel, { fabric: '#c05f3f', trim: '#34302f' }, 584, 256, 1.02)}
${place(travelPack, { fabric: '#55704f', trim: '#c98a54' }, 280, 92, 1.36)}
${place(bottle, { fabric: '#cdb790', trim: '#86573a' }, 796, 372, 0.78)}</svg>`;
}

/** The travel pack, the weekender and the bottle on a quay of the Tejo, by day. 1200 by 720 units. */
export const lisbonByDay = (): Markup => lisbon(DAY);

/** The same quay after dark, for visitors who prefer a dark page. 1200 by 720 units. */
export const lisbonByNight = (): Markup => lisbon(NIGHT);
