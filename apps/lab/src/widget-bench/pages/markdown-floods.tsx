import { Markdown } from '@batonchat/react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    /** How long each flood takes to be shown, its layout included (milliseconds); the better of two. */
    floods(): Record<string, number>;
  }
}

/** As long as a message may be. */
const cap = 4000;
const filled = (piece: string) => piece.repeat(Math.ceil(cap / piece.length)).slice(0, cap);

const floods: Record<string, string> = {
  quotes: filled('>'),
  'quotes apart': filled('> '),
  bullets: filled('- '),
  numbers: filled('1. '),
  'a list that goes deeper': Array.from({ length: 80 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  stars: filled('*'),
  'stars apart': filled('*a '),
  'stars and underscores': filled('*a_ '),
  'bold that never ends': filled('**a '),
  'emphasis inside emphasis': `${'*a **a '.repeat(280)}${'** *'.repeat(280)}`,
  underscores: filled('_a'),
  strikes: filled('~~a '),
  brackets: filled('['),
  'brackets that close': `${'['.repeat(2000)}${']'.repeat(2000)}`,
  'links that never end': filled('[a]('),
  'links in links': filled('[a](b '),
  'pictures in pictures': filled('!['),
  'link definitions': filled('[a]: b\n'),
  references: filled('[a][b]'),
  'backticks of all lengths': Array.from({ length: 88 }, (_, length) => '`'.repeat(length)).join(' '),
  fences: filled('```\n'),
  'angle brackets': filled('<'),
  'tags that never end': filled('<a b="'),
  comments: filled('<!--'),
  addresses: filled('http://a.b/'),
  'mail addresses': filled('a@b.c'),
  'mail that never comes': filled('a.b-c_d'),
  'a table of bars': `|a|\n|-|\n${filled('|').slice(8)}`,
  'a table of cells': `${filled('|a').slice(0, 1300)}\n${filled('|-').slice(0, 1300)}\n${filled('|b').slice(0, 1300)}`,
  'a table of rows': `|a|b|\n|-|-|\n${filled('|c|d|\n').slice(0, 3980)}`,
  'lines for headings': filled('a\n-\n'),
  hashes: filled('# '),
  rules: filled('- - -\n'),
  backslashes: filled('\\'),
  entities: filled('&amp;'),
  blanks: filled(' '),
  'blanks and a letter': `a${filled(' ').slice(2)}b`,
  'lines without end': filled('\n'),
  tabs: filled('\t- '),
  'one long word': filled('a'),
  'marks that turn writing round': filled('\u202e\u2066'),
};

window.floods = () => {
  const place = document.getElementById('place');
  if (!place) throw new Error('The page has no #place.');
  const took: Record<string, number> = {};
  for (let time = 0; time < 3; time += 1) {
    for (const [name, text] of Object.entries(floods)) {
      const root = createRoot(place);
      const from = performance.now();
      flushSync(() => root.render(<Markdown text={text} />));
      place.getBoundingClientRect();
      const ms = performance.now() - from;
      // The first time warms up.
      if (time > 0) took[name] = Math.min(took[name] ?? Number.POSITIVE_INFINITY, ms);
      root.unmount();
    }
  }
  return took;
};
