/** Random bytes as base64url. Needs no secure context, which `crypto.randomUUID` does. */
export const mintId = (bytes = 16): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
