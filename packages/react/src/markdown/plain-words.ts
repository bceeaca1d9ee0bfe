/** A text of Markdown without the marks that are noise where it is read as words: links become their words, bold is plain. */
export const plainWords = (text: string): string =>
  text.replace(/!?\[([^\]]{1,200})\]\([^)\s]{1,500}\)/g, '$1').replace(/\*\*|__|~~|`+/g, '');
