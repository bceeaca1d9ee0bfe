import type { ArgTypes } from 'storybook/internal/csf';
import { extractComponentProps } from 'storybook/internal/docs-tools';
import api from '../packages/react/api.md?raw';

const interfaces = new Map(
  [...api.matchAll(/^interface (\w+)(?: extends ([\w, ]+))? \{\n([\s\S]*?)^\}$/gm)].map(
    ([, name = '', parents = '', body = '']) => [name, { parents: parents.split(', '), body }],
  ),
);

/** The type of a prop in the report of what the package exports, as the compiler writes it. */
function typeOf(props: string, prop: string): string | undefined {
  const found = interfaces.get(props);
  if (!found) return undefined;
  const own = new RegExp(`^ {4}${prop}\\??: ([\\s\\S]*?);$`, 'm').exec(found.body)?.[1];
  return own ?? found.parents.map((parent) => typeOf(parent, prop)).find(Boolean);
}

/** What nobody sets by hand in a table: calls, texts by the dozen, elements. */
const isBeyondControls = (type: string) =>
  /=>|\b(Labels|AllLabels|Slots|RowRenderers|ReactNode|RefObject|Ref|ChatClient|ComposerState)\b/.test(type);

/** The texts of a language are no default that one reads in a table. */
const isShort = (summary = '') => summary !== '' && summary.length <= 40;

/**
 * The rows of a component's table. Descriptions and defaults come from the source; types from the report, for Storybook
 * calls each of the more telling ones by its kind alone: "union", "Partial", "unknown".
 */
export function extractArgTypes(component: unknown): ArgTypes {
  const name = (component as { __docgenInfo?: { displayName?: string } }).__docgenInfo?.displayName;
  return Object.fromEntries(
    extractComponentProps(component as never, 'props').map(({ propDef, docgenInfo, jsDocTags }) => {
      const type = typeOf(`${name}Props`, propDef.name)
        ?.replace(/ \| undefined$/, '')
        .replace(/^\((\(.*\) => .*)\)$/, '$1');
      return [
        propDef.name,
        {
          name: propDef.name,
          description: propDef.description,
          type: {
            ...(/^(string|number|boolean)$/.test(type ?? '') ? { name: type } : propDef.sbType),
            required: docgenInfo.required,
          },
          ...(isBeyondControls(type ?? '') && { control: false }),
          table: {
            type: type ? { summary: type } : (propDef.type ?? undefined),
            defaultValue: isShort(propDef.defaultValue?.summary) ? propDef.defaultValue : undefined,
            jsDocTags,
          },
        },
      ];
    }),
  ) as ArgTypes;
}
