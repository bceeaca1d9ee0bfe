import { Fragment } from 'react';
import theme from '../theme.css?raw';

/** What each property dresses; one without a line here is still listed, by its name and default. */
const purposes: Record<string, string> = {
  font: 'Everything but code',
  'font-mono': 'Code',
  'font-size': 'Of messages; the rest follows from it',
  radius: 'Of panel and bubbles',
  space: 'Around and between things, as a multiple: less than 1 is denser',
  'z-index': 'Of panel and launcher above the page',
  accent: 'Launcher, the visitor’s bubbles, the main button, the focus ring',
  'on-accent': 'Text and icons on the accent',
  surface: 'The panel',
  sunken: 'The other side’s bubbles, and what is hovered',
  raised: 'Cards and the composer',
  text: 'Text',
  'text-muted': 'Times, states, notices',
  line: 'Hairlines',
  'line-strong': 'Borders of boxes one writes in',
  'accent-text': 'Links and quiet buttons',
  danger: 'What failed',
  success: 'Who is there',
  warning: 'What needs a look',
  'shadow-color': 'Under panel and launcher',
};

/** The properties as `theme.css` declares them, in its order; a dark twin stands beside its light one. */
function declared(): { name: string; light: string; dark: string | undefined }[] {
  const [, block = ''] = /:root,\s*:host \{([\s\S]*?)\n\}/.exec(theme) ?? [];
  const values = new Map(
    [...block.matchAll(/--baton-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return [...values]
    .filter(([name]) => !name.startsWith('dark-'))
    .map(([name, light]) => ({ name, light, dark: values.get(`dark-${name}`) }));
}

function Value({ value }: { value: string }) {
  return (
    <span className="docs-value">
      {/^(#|rgb)/.test(value) && (
        <svg width="14" height="14" aria-hidden="true">
          <rect width="14" height="14" rx="3" fill={value} stroke="#8888" />
        </svg>
      )}
      <code>{value.trim()}</code>
    </span>
  );
}

/** Every custom property with its default, read from the stylesheet that is shipped. */
export function CustomProperties() {
  return (
    <table className="docs-table">
      <thead>
        <tr>
          <th>Property</th>
          <th>Default</th>
          <th>In the dark</th>
        </tr>
      </thead>
      <tbody>
        {declared().map(({ name, light, dark }) => (
          <tr key={name}>
            <td>
              <code>--baton-{name}</code>
              {purposes[name] && <Fragment> {purposes[name]}</Fragment>}
            </td>
            <td>
              <Value value={light} />
            </td>
            <td>{dark ? <Value value={dark} /> : 'the same'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
