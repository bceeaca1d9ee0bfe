import { Example } from './example.js';

/** The declarations of an API report whose names fit. */
export function ApiNames({ report, pattern }: { report: string; pattern: RegExp }) {
  const all = [...report.matchAll(/^## (.+)\n\n```ts\n([\s\S]*?)\n```$/gm)];
  return all.map(([, name = '', code = '']) =>
    pattern.test(name) ? <Example key={name} code={code} language="typescript" /> : null,
  );
}
