import type { UploadedFile } from '@batonchat/protocol';

/** A picture of 3 × 2 pixels, as PNG. */
export const smallPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR42mNQaEiAIAY4CwA6lAYBrbcWXgAAAABJRU5ErkJggg==',
  'base64',
);

/** Who uploads: a visitor by the token, an agent by the cookie. */
export type Uploader = { token: string } | { cookie: string };

/** The headers by which a relay at `url` knows somebody. */
const headersFor = (url: string, who: Uploader): Record<string, string> =>
  'token' in who ? { authorization: `Bearer ${who.token}` } : { cookie: who.cookie, origin: url };

/** Uploads a file to a relay. */
export function upload(
  url: string,
  who: Uploader & { conversationId: string },
  name: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/files?conversationId=${who.conversationId}`, {
    method: 'POST',
    headers: { ...headersFor(url, who), 'x-file-name': encodeURIComponent(name), ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
}

/** Uploads a file that is taken. */
export async function uploaded(...args: Parameters<typeof upload>): Promise<UploadedFile> {
  const response = await upload(...args);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as UploadedFile;
}

/** The addresses of files, by id, as somebody is given them. */
export async function urlsOf(
  url: string,
  who: Uploader,
  fileIds: readonly string[],
): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/files/urls`, {
    method: 'POST',
    headers: { ...headersFor(url, who), 'content-type': 'application/json' },
    body: JSON.stringify({ fileIds }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { urls: Record<string, string> }).urls;
}
