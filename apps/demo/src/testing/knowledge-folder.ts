import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder that holds these files, by name, and returns its path; it is gone when the test file has run. */
export function knowledgeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fernweh-help-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** An article as a file holds it. */
export function articleFile(title: string, category: string, markdown: string): string {
  return `---\ntitle: ${title}\nurl: /help/somewhere\ncategory: ${category}\n---\n\n${markdown}\n`;
}
