import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One help article, as its Markdown file holds it. */
export interface Article {
  /** The file's name without `.md`; the article is at `/help/<slug>`. */
  readonly slug: string;
  readonly title: string;
  readonly category: string;
  /** The text below the front matter. */
  readonly markdown: string;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

function field(frontMatter: string, name: string): string | undefined {
  const value = new RegExp(`^${name}:[ \\t]*(.+)$`, 'm').exec(frontMatter)?.[1]?.trim();
  return value?.replace(/^(["'])(.*)\1$/, '$2');
}

function readArticle(folder: string, file: string): Article {
  const [, frontMatter, markdown] = FRONT_MATTER.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  const title = field(frontMatter ?? '', 'title');
  const category = field(frontMatter ?? '', 'category');
  if (!title || !category || markdown === undefined) {
    throw new Error(
      `${join(folder, file)} is no help article: begin it with "---", a line "title: ...", a line "category: ..." and "---".`,
    );
  }
  return { slug: file.slice(0, -'.md'.length), title, category, markdown: markdown.trim() };
}

/**
 * Reads every `*.md` of a folder, ordered by file name. The front matter must name a `title` and a `category`.
 * Throws an error that names the folder or the file, and the remedy.
 */
export function readArticles(folder: string): Article[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch (cause) {
    throw new Error(`The help articles' folder ${folder} cannot be read: create it, or name another one.`, {
      cause,
    });
  }
  return files
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readArticle(folder, file));
}
