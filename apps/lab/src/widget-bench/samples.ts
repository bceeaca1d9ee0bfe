import { median } from '../relay-bench/statistics.js';
import type { SubjectPage } from './subjects.js';

/** What can be measured of a subject, one number a round. Times are milliseconds, sizes bytes. */
export type Measure =
  | `mount ${1000 | 10000} ${'wall' | 'cpu'}`
  | `append ${1000 | 10000}`
  | 'elements'
  | 'heap'
  | 'scroll dropped'
  | 'scroll blank'
  | 'stream cpu'
  | 'stream dropped'
  | 'stream longest'
  | 'stream taken'
  | 'stream after'
  | 'updates'
  | 'key'
  | 'fast taken'
  | 'fast first'
  | 'fast last';

/** All that was measured, by subject. */
export class Samples {
  private readonly values = new Map<string, number[]>();

  add(subject: SubjectPage, measure: Measure, ...values: number[]): void {
    this.all(subject, measure).push(...values.filter((value) => !Number.isNaN(value)));
  }

  /** Every value of it. */
  all({ name }: SubjectPage, measure: Measure): number[] {
    const key = `${name}: ${measure}`;
    const held = this.values.get(key) ?? [];
    this.values.set(key, held);
    return held;
  }

  /** NaN where it was not measured. */
  median(subject: SubjectPage, measure: Measure): number {
    return median(this.all(subject, measure));
  }

  toJSON(): Record<string, number[]> {
    return Object.fromEntries(this.values);
  }
}
