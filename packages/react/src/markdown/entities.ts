const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const reference = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g;

/** Resolves the character references that people and bots do write; all others stay as they are typed. */
export const decodeEntities = (text: string): string =>
  text.replace(reference, (_, name?: string, decimal?: string, hex = '') =>
    name ? (named[name] as string) : characterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );

/** As CommonMark has it, U+FFFD stands for what is no character. */
const characterOf = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
