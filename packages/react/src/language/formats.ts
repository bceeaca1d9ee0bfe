import type { Labels } from '../labels.js';
import type { LocaleTag } from './locale.js';
import type { PluralCategories } from './plural-categories.js';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How one language writes counts, times and sizes. */
export interface Formats<Tag extends LocaleTag> {
  number(value: number): string;
  /** The form that goes with `count`, the number in the place of `#`. */
  count(count: number, forms: Record<PluralCategories[Tag], string>): string;
  /** The labels that no translator has to write. */
  measures: Pick<Labels, 'time' | 'day' | 'waited' | 'minutes' | 'fileSize'>;
}

/**
 * The formats of a language, from `Intl`. A reader in Vienna or Zurich gets the times of there in the German of `de`:
 * the browser's own languages name the region.
 */
export function formatsOf<Tag extends LocaleTag>(tag: Tag): Formats<Tag> {
  const tags = () => [
    ...((globalThis as { navigator?: Navigator }).navigator?.languages ?? []).filter(
      (each) => each.split('-')[0] === tag,
    ),
    tag,
  ];
  const number = (value: number, options?: Intl.NumberFormatOptions) => value.toLocaleString(tags(), options);
  const dayName = (at: number, now: number) => {
    const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
    const daysAgo = Math.round((midnight(now) - midnight(at)) / 86_400_000);
    if (daysAgo < 2) return new Intl.RelativeTimeFormat(tags(), { numeric: 'auto' }).format(-daysAgo, 'day');
    const isFar = daysAgo > 6;
    return new Date(at).toLocaleDateString(tags(), {
      weekday: isFar ? 'short' : 'long',
      day: isFar ? 'numeric' : undefined,
      month: isFar ? 'long' : undefined,
      year: new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric',
    });
  };
  /** Made once, when it is first needed: making a format costs more than the row that shows it. */
  let timeOfDay: Intl.DateTimeFormat | undefined;

  return {
    number,
    count: (count, forms: Partial<Record<Intl.LDMLPluralRule, string>>) =>
      `${forms[new Intl.PluralRules(tag).select(count)] ?? forms.other}`.replace('#', number(count)),
    measures: {
      time(at) {
        timeOfDay ??= new Intl.DateTimeFormat(tags(), { timeStyle: 'short' });
        return timeOfDay.format(at);
      },
      day(at, now) {
        const name = dayName(at, now);
        return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
      },
      waited(ms) {
        const seconds = Math.max(0, Math.floor(ms / 1000));
        return `${number(Math.floor(seconds / 60))}:${number(seconds % 60, { minimumIntegerDigits: 2 })}`;
      },
      minutes: (ms) =>
        number(Math.max(1, Math.round(ms / 60_000)), { style: 'unit', unit: 'minute', unitDisplay: 'short' }),
      /** In the unit in which it is one to three digits long. */
      fileSize(bytes) {
        const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
        return number(bytes / 1000 ** step, {
          style: 'unit',
          unit: units[step] ?? 'byte',
          unitDisplay: step === 0 ? 'long' : 'short',
          maximumFractionDigits: step > 1 ? 1 : 0,
        });
      },
    },
  };
}
