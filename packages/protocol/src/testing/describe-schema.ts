/** What a schema lets through, as plain data in an order that does not depend on how it is written. */
import type * as v from 'valibot';

type Description = string | number | boolean | null | Description[] | { [key: string]: Description };

const byText = (a: Description, b: Description) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Everything that a valibot schema or action may carry, as far as it says what passes. */
interface Node {
  kind: string;
  type: string;
  message?: unknown;
  requirement?: unknown;
  entries?: Record<string, Node>;
  options?: readonly (Node | string)[];
  item?: Node;
  wrapped?: Node;
  literal?: v.Literal;
  key?: string;
  pipe?: readonly Node[];
}

/** A function has no other stable name than the message that it fails with; other actions have a requirement. */
const describeAction = ({ type, requirement, message }: Node): Description =>
  typeof requirement === 'function' ? [type, String(message)] : [type, String(requirement ?? '')];

/** All actions of a pipe, those of a pipe that it continues first. */
const actionsOf = ({ pipe = [] }: Node): Description[] =>
  pipe.flatMap((step, index) => {
    if (step.kind !== 'schema') return [describeAction(step)];
    return index === 0 ? actionsOf(step) : [describeNode(step)];
  });

function describeNode(node: Node): Description {
  const description: { [key: string]: Description } = { type: node.type };
  if (node.literal !== undefined) description['literal'] = String(node.literal);
  if (node.key) description['key'] = node.key;
  if (node.item) description['item'] = describeNode(node.item);
  if (node.wrapped) description['wrapped'] = describeNode(node.wrapped);
  if (node.options)
    description['options'] = node.options
      .map((option) => (typeof option === 'string' ? option : describeNode(option)))
      .sort(byText);
  if (node.entries)
    description['entries'] = Object.entries(node.entries)
      .map(([name, entry]): Description => [name, describeNode(entry)])
      .sort(byText);
  const actions = actionsOf(node);
  if (actions.length > 0) description['pipe'] = actions;
  return description;
}

export const describeSchema = (schema: v.GenericSchema): Description =>
  describeNode(schema as unknown as Node);

/** The interfaces and types that a source file exports, without comments and layout. */
export function describeTypes(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return [...code.matchAll(/^export (?:interface \w[\s\S]*?^}|type \w[\s\S]*?;$(?!\n ))/gm)]
    .map(([declaration]) => declaration.replace(/\s+/g, ' '))
    .sort();
}
