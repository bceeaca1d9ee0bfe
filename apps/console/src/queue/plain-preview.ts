/** A preview without the marks that would only be noise in one line: links become their words, bold is plain. */
export function plainPreview(text: string): string {
  return text.replace(/!?\[([^\]]{1,200})\]\([^)\s]{1,500}\)/g, '$1').replace(/\*\*|__|~~|`+/g, '');
}
