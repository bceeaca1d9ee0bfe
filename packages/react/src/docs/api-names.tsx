import { Source } from '@storybook/addon-docs/blocks';

/** The declarations of an API report whose names fit. */
export function ApiNames({ report, pattern }: { report: string; pattern: RegExp }) {
  const all = [...report.matchAll(/^## (.+)\n\n```ts\n([\s\S]*?)\n```$/gm)];
  return all.map(([, name = '', code = '']) =>
    pattern.test(name) ? <Source key={name} code={code} language="typescript" /> : null,
  );
}
