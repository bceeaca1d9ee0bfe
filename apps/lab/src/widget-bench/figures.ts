import { type Figure, verdictOf } from '../relay-bench/figure.js';
import { quantile } from '../relay-bench/statistics.js';
import type { Measure, Samples } from './samples.js';
import { floor, type SubjectPage, swallow } from './subjects.js';

/** A number of one subject, and what it comes to beside the floor. */
interface Beside {
  /** What is judged, and how it is told. */
  measured: number;
  from: string;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The figures of the issue that are made of the rounds, for one subject. */
export function figuresOf(samples: Samples, subject: SubjectPage, isJudged: boolean): Figure[] {
  const median = (measure: Measure, of = subject) => samples.median(of, measure);
  const figure = (
    name: string,
    { measured, from }: Beside,
    unit: string,
    must: number,
    goal: number,
    isHigherBetter = false,
  ): Figure => ({
    name: `${subject.name}: ${name}`,
    measured,
    unit,
    must: isJudged ? must : null,
    goal: isJudged ? goal : null,
    isHigherBetter,
    from,
  });
  const ratio = (measure: Measure, unit: string, scale = 1): Beside => ({
    measured: median(measure) / median(measure, floor),
    from: `${round(median(measure) * scale)} ${unit}; floor ${round(median(measure, floor) * scale)}`,
  });
  const plain = (measure: Measure, unit: string): Beside => ({
    measured: median(measure),
    from: `floor ${round(median(measure, floor))} ${unit}`.trim(),
  });
  const net = (measure: Measure, of = subject) => median(measure, of) - median(measure, swallow);
  const streamed = { ours: net('stream cpu'), floor: net('stream cpu', floor) };
  const [first, last] = [net('fast first'), net('fast last')];
  const p98 = (of: SubjectPage) => quantile(samples.all(of, 'key'), 0.98);

  return [
    figure('mount 1,000, CPU x floor', ratio('mount 1000 cpu', 'ms'), 'x', 1.8, 1.3),
    figure(
      'mount 10,000 against its own 1,000, wall',
      {
        measured: median('mount 10000 wall') / median('mount 1000 wall'),
        from: `${round(median('mount 10000 wall'))} ms and ${round(median('mount 1000 wall'))} ms`,
      },
      'x',
      1.3,
      1.2,
    ),
    figure(
      'mount 10,000, wall x floor',
      {
        ...ratio('mount 10000 wall', 'ms'),
        from: `${ratio('mount 10000 wall', 'ms').from}; CPU ${ratio('mount 10000 cpu', 'ms').from}`,
      },
      'x',
      2.5,
      1.5,
    ),
    figure('DOM elements at 10,000', plain('elements', ''), '', 150, 80),
    figure('JS heap at 10,000 x floor', ratio('heap', 'MB', 1e-6), 'x', 1.5, 1.2),
    figure('append into 1,000 x floor', ratio('append 1000', 'ms'), 'x', 2.4, 1.3),
    figure('append into 10,000 x floor', ratio('append 10000', 'ms'), 'x', 2.4, 1.3),
    figure(
      'stream at 100/s, CPU a token x floor',
      {
        measured: streamed.ours / streamed.floor,
        from: `${round(streamed.ours)} ms net; floor ${round(streamed.floor)}; nothing ${round(median('stream cpu', swallow))}`,
      },
      'x',
      2,
      1,
    ),
    figure('stream at 100/s, dropped frames', plain('stream dropped', ''), '', 5, 5),
    figure('stream at 100/s, longest task', plain('stream longest', 'ms'), 'ms', 50, 50),
    figure('screen updates while streaming', plain('updates', '/s'), '/s', 30, 60, true),
    figure('tokens/s taken of 100/s', plain('stream taken', '/s'), '/s', 99, 99, true),
    figure('tokens/s taken of 500/s', plain('fast taken', '/s'), '/s', 100, 490, true),
    figure(
      'a token at 10,000 against one at 1,000, CPU',
      {
        measured: last / first,
        from: `${round(last)} ms and ${round(first)} ms net; floor ${round(net('fast last', floor))} and ${round(net('fast first', floor))}`,
      },
      'x',
      1.2,
      1,
    ),
    figure(
      'typing p98 while streaming x floor',
      {
        measured: p98(subject) / p98(floor),
        from: `${round(p98(subject))} ms; floor ${round(p98(floor))}; ${samples.all(subject, 'key').length} keys`,
      },
      'x',
      1.2,
      1,
    ),
    figure('scroll 1,000 in 2.5 s, dropped frames', plain('scroll dropped', ''), '', 3, 0),
    figure('scroll 1,000 in 2.5 s, blank frames', plain('scroll blank', ''), '', 0, 0),
  ].filter(({ measured }) => !Number.isNaN(measured));
}

/** `met`, and the like; a 0 that must be 0 is met. */
export const verdict = (figure: Figure): string =>
  figure.must === 0 && figure.measured > 0 ? `MISSED by ${figure.measured}` : verdictOf(figure);
