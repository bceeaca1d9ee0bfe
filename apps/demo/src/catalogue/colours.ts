import type { Paint } from '../pictures/drawing.js';

/** A colour that a product comes in. */
export type ColourName = 'charcoal' | 'moss' | 'terracotta' | 'sand';

/** What each colour looks like: fabric and trim, as CSS hex colours. */
export const COLOURS: Readonly<Record<ColourName, Paint>> = {
  charcoal: { fabric: '#3c444c', trim: '#d69a5b' },
  moss: { fabric: '#55704f', trim: '#c98a54' },
  terracotta: { fabric: '#c05f3f', trim: '#34302f' },
  sand: { fabric: '#cdb790', trim: '#86573a' },
};
