/** A number that was measured. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Above it the promise is broken; null where it is only told. */
  atMost: number | null;
}

/** As it is printed: `after 27.1 ms (<= 50 ms)`. */
export const figureText = ({ name, value, unit, atMost }: Figure): string =>
  `${name} ${amount(value, unit)}${atMost === null ? '' : ` (<= ${amount(atMost, unit)})`}`;

/** A number with its unit, as precise as it is worth. */
export const amount = (value: number, unit: string): string =>
  `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10}${unit && ` ${unit}`}`;
