/**
 * How the page dresses the chat, to be carried into the frame: custom properties inherit into a shadow root, and not
 * into another document.
 */
const colours =
  'surface sunken raised text text-muted line line-strong accent-text danger success warning shadow-color'.split(
    ' ',
  );
const names = [
  ...['font', 'font-mono', 'font-size', 'radius', 'space', 'accent', 'on-accent'],
  ...colours,
  ...colours.map((name) => `dark-${name}`),
].map((name) => `--baton-${name}`);

/** Custom properties of the widget that hold on an element, by name. */
export type Look = Record<string, string>;

/** What the page has set of them for the place where the chat stands. */
export function lookOf(place: Element): Look {
  const given = getComputedStyle(place);
  return Object.fromEntries(
    names.map((name) => [name, given.getPropertyValue(name)]).filter(([, value]) => value),
  );
}

/** Sets them for the whole of the frame's page. */
export function wear(look: Look, page: HTMLElement): void {
  for (const name of names) if (look[name]) page.style.setProperty(name, look[name]);
}
