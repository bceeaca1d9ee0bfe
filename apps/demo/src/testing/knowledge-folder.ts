import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a folder of its own that holds these files, by name, and returns its path. */
export function knowledgeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fernweh-help-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** An article as a file holds it. */
export function articleFile(title: string, category: string, markdown: string): string {
  return `---\ntitle: ${title}\nurl: /help/somewhere\ncategory: ${category}\n---\n\n${markdown}\n`;
}
