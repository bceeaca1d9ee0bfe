import { extractComponentDescription as docstringOf } from 'storybook/internal/docs-tools';

/** A component's docstring, its example as code. */
export function extractComponentDescription(component: unknown): string {
  const [words = '', example] = (docstringOf(component as Parameters<typeof docstringOf>[0]) ?? '').split(
    /\s*@example\s*/,
  );
  return example ? `${words}\n\n\`\`\`tsx\n${example}\n\`\`\`` : words;
}
