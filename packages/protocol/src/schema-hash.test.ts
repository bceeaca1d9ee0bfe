import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { agentCommand, visitorCommand } from './command.js';
import { deskEvent, sharedEvent } from './event.js';
import { describeSchema, describeTypes } from './testing/describe-schema.js';
import { hello, upFrame } from './up.js';
import { protocolVersion, schemaHash } from './version.js';

const schemas = { hello, upFrame, visitorCommand, agentCommand, sharedEvent, deskEvent };
/** What the relay sends is not parsed by a schema but read as typed: the types stand for it. */
const sentAsTyped = ['down', 'command', 'fold', 'state', 'question', 'inbox', 'signal'];

const description = () => [
  ...Object.entries(schemas).map(([name, schema]) => [name, describeSchema(schema)]),
  ...sentAsTyped.map((file) => [
    file,
    describeTypes(readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8')),
  ]),
];
const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

test('the schemas are those of this protocol version', () => {
  const hash = hashOf(description());
  expect(
    hash,
    `The shape of a frame, an event or a command has changed, and protocolVersion is still ${protocolVersion}.
- Could a tab opened yesterday misread it, or send what is now refused? Raise protocolVersion in version.ts.
- Has the body of a stored event another shape? Give that event a new v, and upcast.ts a step from the old one.
- Is it only more (a new type, a new field that old tabs ignore)? Then neither is needed.
In all three cases set schemaHash in version.ts to '${hash}', and say in the commit which it was.`,
  ).toBe(schemaHash);
});

const hashOfSchema = (schema: v.GenericSchema) => hashOf(describeSchema(schema));

test('a description tells any two schemas apart that let different things through', () => {
  const different = [
    v.object({ a: v.string() }),
    v.object({ b: v.string() }),
    v.object({ a: v.number() }),
    v.object({ a: v.nullable(v.string()) }),
    v.object({ a: v.optional(v.string()) }),
    v.object({ a: v.array(v.string()) }),
    v.object({ a: v.pipe(v.string(), v.maxLength(3)) }),
    v.object({ a: v.pipe(v.string(), v.maxLength(4)) }),
    v.object({ a: v.pipe(v.pipe(v.string(), v.maxLength(3)), v.trim()) }),
    v.object({ a: v.pipe(v.pipe(v.string(), v.maxLength(4)), v.trim()) }),
    v.object({ a: v.pipe(v.string(), v.regex(/a/)) }),
    v.object({ a: v.pipe(v.string(), v.regex(/b/)) }),
    v.object({
      a: v.pipe(
        v.string(),
        v.check(() => true, 'One rule.'),
      ),
    }),
    v.object({
      a: v.pipe(
        v.string(),
        v.check(() => true, 'Another rule.'),
      ),
    }),
    v.object({
      a: v.pipe(
        v.string(),
        v.transform((text) => text.trim()),
      ),
    }),
    v.object({ a: v.literal('x') }),
    v.object({ a: v.literal('y') }),
    v.object({ a: v.picklist(['x', 'y']) }),
    v.object({ a: v.picklist(['x', 'z']) }),
    v.variant('a', [v.object({ a: v.literal('x') })]),
    v.variant('a', [v.object({ a: v.literal('x') }), v.object({ a: v.literal('y') })]),
  ];
  expect(new Set(different.map(hashOfSchema)).size).toBe(different.length);
});

test('the order in which a schema is written makes no difference', () => {
  expect(hashOfSchema(v.object({ a: v.picklist(['x', 'y']), b: v.string() }))).toBe(
    hashOfSchema(v.object({ b: v.string(), a: v.picklist(['y', 'x']) })),
  );
});

test('types are told apart by what they hold, not by their comments and layout', () => {
  const types = (source: string) => hashOf(describeTypes(source));
  const plain =
    'export interface A {\n  a: { b: string };\n}\n\nconst x = 1;\nexport type B = 1 | 2;\n\nexport type C = { c: 1 };\n';
  expect(describeTypes(plain)).toEqual([
    'export interface A { a: { b: string }; }',
    'export type B = 1 | 2;',
    'export type C = { c: 1 };',
  ]);
  expect(types(`/** Says. */\n${plain.replace('a: {', '/** One. */ a: {')}`)).toBe(types(plain));
  expect(types(plain.replace('string', 'number'))).not.toBe(types(plain));
  expect(types(plain.replace('1 | 2', '1'))).not.toBe(types(plain));
});
