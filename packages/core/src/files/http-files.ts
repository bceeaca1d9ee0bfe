import type { UploadedFile } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import { RelayBusy } from '../transport.js';
import { authorised } from '../websocket/authorised.js';
import { relayUrl } from '../websocket/relay-request.js';
import {
  type FileRefusalReason,
  type FileTransport,
  UploadRefused,
  type UploadRequest,
} from './file-transport.js';

/** An upload of which nothing more goes out and nothing comes back is given up after this. Milliseconds. */
const silentMs = 30_000;
const answerWithinMs = 15_000;

const reasons: Record<number, FileRefusalReason> = {
  400: 'empty',
  403: 'forbidden',
  404: 'forbidden',
  413: 'too-large',
  415: 'kind',
};

/** A relay's files over HTTP. With `token` as that visitor, else as the agent whose cookie the browser sends along. */
export function httpFiles(
  relay: string,
  token: ((fresh: boolean) => Promise<string>) | undefined,
  clock: Pick<Clock, 'after'>,
): FileTransport {
  async function json<Answer>(answer: Response): Promise<Answer> {
    if (!answer.ok) throw new Error(`${relay} answered ${answer.status}.`);
    return answer.json();
  }

  return {
    async terms() {
      const answer = await fetch(relayUrl(relay, 'api/files'), {
        credentials: 'omit',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      // A relay of before there were files has no such address.
      return answer.status === 404 ? null : json(answer);
    },
    async upload(request) {
      const url = relayUrl(relay, 'api/files');
      url.searchParams.set('conversationId', request.conversationId);
      const { status, text, retryAfter } = await authorised(token, (headers) =>
        post(url, headers, request, clock),
      );
      if (status === 201) return JSON.parse(text) as UploadedFile;
      const reason = reasons[status];
      if (reason) throw new UploadRefused(reason, messageIn(text));
      if (retryAfter >= 0) throw new RelayBusy(`${relay} answered ${status}.`, retryAfter * 1000);
      throw new Error(`${relay} answered ${status}.`);
    },
    async urls(fileIds) {
      const answer = await authorised(token, (headers) =>
        fetch(relayUrl(relay, 'api/files/urls'), {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          credentials: token ? 'omit' : 'same-origin',
          body: JSON.stringify({ fileIds }),
          signal: AbortSignal.timeout(answerWithinMs),
        }),
      );
      return json(answer);
    },
  };
}

function messageIn(text: string): string {
  try {
    const { error }: { error?: unknown } = JSON.parse(text);
    if (typeof error === 'string') return error;
  } catch {}
  return 'This file is not taken.';
}

/** By XMLHttpRequest: `fetch` does not tell how far it is. */
function post(
  url: URL,
  headers: Record<string, string>,
  { file, name, signal, onProgress }: UploadRequest,
  clock: Pick<Clock, 'after'>,
): Promise<{ status: number; text: string; retryAfter: number }> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The upload was ended.'));
    // A request that was never sent tells nobody that it was ended.
    if (signal.aborted) return ended();
    const request = new XMLHttpRequest();
    const end = () => request.abort();
    let cancelSilence = clock.after(silentMs, end);
    request.open('POST', url);
    for (const [key, value] of Object.entries(headers)) request.setRequestHeader(key, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')));
    request.upload.onprogress = ({ loaded }) => {
      cancelSilence();
      cancelSilence = clock.after(silentMs, end);
      onProgress(Math.min(1, loaded / Math.max(1, file.size)));
    };
    request.onload = () => {
      const retryAfter = Number.parseInt(request.getResponseHeader('retry-after') ?? '', 10);
      resolve({ status: request.status, text: request.responseText, retryAfter });
    };
    request.onerror = () => reject(new Error(`${url.host} was not reached.`));
    request.onabort = ended;
    request.onloadend = () => {
      cancelSilence();
      signal.removeEventListener('abort', end);
    };
    signal.addEventListener('abort', end);
    request.send(file);
  });
}
