import { html } from 'hono/html';

/** A piece of safe HTML or SVG, as `hono/html` makes it: what is interpolated into it has been escaped. */
export type Markup = ReturnType<typeof html>;

/** The two colours a product is made of, as CSS hex colours. */
export interface Paint {
  /** Its main fabric or body. */
  readonly fabric: string;
  /** Straps, patches, cords: what is set off from the fabric. */
  readonly trim: string;
}

/**
 * Draws one product on a canvas of 400 by 480 units with a transparent ground, lit from the upper left.
 * A drawing's ids start with the product's kind, so that several kinds may stand in one document.
 */
export type Drawing = (paint: Paint) => Markup;

/** The near-black that seams, zips and buckles share. */
export const DARK = '#1c2421';

/** Everything inside `outline` that falls in shadow: the right third, and a band along the foot. */
export function shade(id: string, outline: string, shadow: string): Markup {
  return html`<clipPath id="${id}"><path d="${outline}"/></clipPath>
<g clip-path="url(#${id})"><path d="${shadow}" fill="#000" opacity=".14"/></g>`;
}

/** The soft shadow a thing throws on the floor it stands on. */
export function floor(left: number, right: number, y: number): Markup {
  const middle = (left + right) / 2;
  const half = (right - left) / 2;
  return html`<ellipse cx="${middle}" cy="${y}" rx="${half}" ry="11" fill="#000" opacity=".12"/>
<ellipse cx="${middle}" cy="${y - 1}" rx="${half * 0.8}" ry="6" fill="#000" opacity=".14"/>`;
}

/** The shop's small woven label: two hills, and a sun behind them. */
export function label(x: number, y: number, trim: string): Markup {
  return html`<g transform="translate(${x} ${y})"><rect width="46" height="26" rx="4" fill="${trim}"/>
<circle cx="30" cy="11" r="4" fill="#fff" opacity=".9"/><path d="M6 21 16 9l7 8 5-5 11 9Z" fill="#fff" opacity=".9"/></g>`;
}
