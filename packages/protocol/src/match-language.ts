/**
 * The one of `tags` that is in the language and the writing of a BCP 47 tag: `de-AT` is German, `zh-CN` simplified Chinese,
 * `pt` the Portuguese of Brazil. Null for one that is not among them, and for what is no tag.
 */
export function matchLanguage<Tag extends string>(wanted: string, tags: readonly Tag[]): Tag | null {
  const named = writingOf(wanted);
  return (named && tags.find((tag) => writingOf(tag) === named)) || null;
}

/** A language and its script, such as `pt-Latn`; null for what is no tag. */
function writingOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}
