const fence = /^ *```/gm;
const unfinishedLink = /!?\[([^\][]*)(?:\](?:\([^)\s]*)?)?$/;
const lastMarks = /(^|[^*`])[*`]+\s*$/;
/** With the letter before it, which means that it opens nothing, as a blank behind it does. */
const marks = /(\w?)(`|\*\*?)(?=( ?))/g;

/**
 * How a text that is still being written will look when what its last line has begun is ended: `*` and backticks are
 * closed, a link without its address is its words, and marks that stand last wait for what they mark. The lines before
 * it, and code, stay as they are.
 */
export function foreseen(text: string): string {
  if ((text.match(fence)?.length ?? 0) % 2 === 1) return text;
  const begin = text.lastIndexOf('\n') + 1;
  const line = text.slice(begin).replace(unfinishedLink, '$1').replace(lastMarks, '$1');
  const open: string[] = [];
  for (const [, letter, mark = '', blank] of line.matchAll(marks)) {
    if (open[0] === mark) open.shift();
    else if (!letter && !blank && open[0] !== '`') open.unshift(mark);
  }
  return text.slice(0, begin) + (open[0] ? line.trimEnd() : line) + open.join('');
}
