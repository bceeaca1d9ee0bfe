import { begin } from './bench.js';
import { boxOf } from './subject.js';

let box: ReturnType<typeof boxOf> | null = null;

/** Takes everything and shows nothing: what the bench itself costs. */
begin({
  rowSelector: '.row',
  mount(place, messages) {
    box = boxOf(place);
    const row = document.createElement('div');
    row.className = 'row';
    row.textContent = messages.at(-1)?.id ?? '';
    box.scroller.append(row);
  },
  append: () => {},
  beginReply: () => () => {},
  scroller: () => box?.scroller ?? null,
  input: () => box?.input ?? null,
});
