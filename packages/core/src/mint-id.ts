const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random bytes as base64url. Needs no secure context, which `crypto.randomUUID` does. */
export function mintId(bytes = 16): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  let id = '';
  let bits = 0;
  let held = 0;
  for (const value of values) {
    held = (held << 8) | value;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      id += alphabet[(held >> bits) & 63];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? id + alphabet[(held << (6 - bits)) & 63] : id;
}
