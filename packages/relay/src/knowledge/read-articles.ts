import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config-error.js';
import { type Article, parseArticle } from './article.js';

/**
 * Reads every `.md` file in a folder and in the folders below it, in the order of their paths. It reads at once,
 * so that a broken file stops the relay at its start and not a visitor's question.
 *
 * @throws ConfigError when the folder cannot be read or holds no article, or an article is broken.
 */
export function readArticles(folder: string): Article[] {
  const files = markdownFiles(folder);
  if (files.length === 0)
    throw new ConfigError(`The knowledge folder ${folder} holds no .md file. Put the bot's articles there.`);
  return files.map((file) =>
    parseArticle(
      read(file, () => readFileSync(file, 'utf8')),
      file,
    ),
  );
}

const markdownFiles = (folder: string): string[] =>
  read(folder, () => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .filter((name) => name.toLowerCase().endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));

function read<Content>(path: string, content: () => Content): Content {
  try {
    return content();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    throw new ConfigError(
      `Cannot read the knowledge at ${path} (${reason}). Check the path and its permissions.`,
    );
  }
}
