import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { FileStorage } from './file-storage.js';
import { writeIncoming } from './folder-storage.js';

/** A bucket that speaks S3, by path (`<endpoint>/<bucket>/<key>`). */
export interface S3Options {
  /** E.g. `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** How long a server may say nothing, in milliseconds. */
const quietMs = 30_000;

/**
 * Files in a bucket, under `files/`. An upload lies in the folder until it is whole: S3 wants to know its length and
 * its hash before its first byte.
 */
export async function createS3Storage(options: S3Options, folder: string): Promise<FileStorage> {
  const { AwsClient } = await import('aws4fetch');
  const { endpoint, bucket, accessKeyId, secretAccessKey, region } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const urlOf = (fileId: string) => `${endpoint}/${bucket}/files/${fileId}`;

  async function refuse(what: string, status: number, text: string): Promise<never> {
    const code = /<Code>([\w.]{1,80})<\/Code>/.exec(text)?.[1] ?? '';
    throw new Error(`The bucket ${bucket} could not ${what}: ${status} ${code}. Check BATON_S3_*.`);
  }

  return {
    async write(fileId, chunks) {
      const { path, sha256 } = await writeIncoming(folder, fileId, chunks);
      try {
        const { size } = await stat(path);
        const headers = { 'content-length': String(size), 'x-amz-content-sha256': sha256 };
        const signed = await client.sign(urlOf(fileId), { method: 'PUT', headers });
        const { status, text } = await put(
          signed.url,
          { ...headers, ...Object.fromEntries(signed.headers) },
          path,
        );
        if (status !== 200) await refuse('keep a file', status, text);
      } finally {
        await rm(path, { force: true });
      }
    },
    async read(fileId, { start, end }) {
      const headers = { range: `bytes=${start}-${end}` };
      const response = await client.fetch(urlOf(fileId), { headers });
      if ((response.status === 206 || response.status === 200) && response.body) return response.body;
      return refuse('give a file', response.status, await response.text());
    },
    async remove(fileId) {
      const response = await client.fetch(urlOf(fileId), { method: 'DELETE' });
      const text = await response.text();
      if (!response.ok && response.status !== 404) await refuse('delete a file', response.status, text);
    },
  };
}

/** `fetch` would send a stream in chunks, which S3 does not take. */
async function put(
  url: string,
  headers: Record<string, string>,
  path: string,
): Promise<{ status: number; text: string }> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  const outgoing = request(url, { method: 'PUT', headers, timeout: quietMs });
  outgoing.on('timeout', () => outgoing.destroy(new Error('The bucket does not answer.')));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });
  const [answer] = await Promise.all([answered, pipeline(createReadStream(path), outgoing)]);
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) if (text.length < 10_000) text += chunk;
  return { status: answer.statusCode ?? 0, text };
}
