import { Markdown } from '@storybook/addon-docs/blocks';

/** Code on a page, in the light that the page has: the block for code alone stays light in the dark. */
export function Example({ code, language }: { code: string; language: string }) {
  return <Markdown>{`\`\`\`${language}\n${code.trim()}\n\`\`\``}</Markdown>;
}
