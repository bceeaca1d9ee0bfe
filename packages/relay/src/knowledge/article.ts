import * as v from 'valibot';
import { parse } from 'yaml';
import { ConfigError } from '../config-error.js';

const text = v.string('is no text');
const texts = v.array(v.string('holds something that is no text'), 'is no list');

const frontMatter = v.object(
  {
    title: v.pipe(text, v.trim(), v.nonEmpty('is empty')),
    url: v.pipe(text, v.regex(/^[^\s()<>]+$/, 'is empty, or holds a blank or a bracket')),
    category: v.optional(text),
    keywords: v.optional(texts),
    questions: v.optional(texts),
  },
  'is missing',
);

/**
 * A page of the knowledge base. `url` is where the visitor can read it: absolute, or a path on the site that
 * shows the widget. `keywords` are words the visitor may use and the page does not; `questions` are whole
 * questions that it answers. `body` is Markdown; its headings divide it into what one answer can be made of.
 */
export interface Article {
  title: string;
  url: string;
  category?: string | undefined;
  keywords?: readonly string[] | undefined;
  questions?: readonly string[] | undefined;
  body: string;
}

const example = '---\ntitle: Returns and refunds\nurl: /help/returns\n---';

/**
 * Reads one Markdown file with YAML front matter; unknown keys are ignored.
 *
 * @param file Where the source came from, to be named in errors.
 * @throws ConfigError when the front matter is missing, is no YAML, or lacks `title` or `url`.
 */
export function parseArticle(source: string, file: string): Article {
  const [, yaml, body] = /^\ufeff?---\r?\n(.*?)\r?\n---\s*?(?:\n|$)(.*)$/s.exec(source) ?? [];
  if (yaml === undefined || body === undefined)
    throw new ConfigError(`${file} has no front matter. Begin it with:\n${example}`);
  const { success, output, issues } = v.safeParse(frontMatter, readYaml(yaml, file));
  if (success) return { ...output, body };
  const [issue] = issues;
  const key = v.getDotPath(issue) ?? 'It';
  throw new ConfigError(
    `The front matter of ${file} is wrong: "${key}" ${issue.message}. It should look like:\n${example}`,
  );
}

function readYaml(yaml: string, file: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    throw new ConfigError(
      `The front matter of ${file} is no YAML: ${reason} Put text with a colon in quotes.`,
    );
  }
}
