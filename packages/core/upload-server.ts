import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Plugin } from 'vite';

/** What is done with an upload: it is answered when it is here, cut off in its midst, or never answered. */
export type UploadStep = { status: number; headers?: Record<string, string>; body?: object } | 'cut' | 'hold';

/** What came of an upload. */
export interface SeenUpload {
  bytes: number;
  name: string;
  /** It was over before it was answered. */
  isEnded: boolean;
}

const sliceBytes = 1_000_000;
const perSliceMs = 40;

const plans = new Map<string, UploadStep[]>();
const seen = new Map<string, SeenUpload[]>();

/** Reads so slowly that the sender can tell how far it is. */
async function read(request: IncomingMessage, upload: SeenUpload): Promise<void> {
  let sliced = 0;
  for await (const chunk of request) {
    upload.bytes += (chunk as Buffer).length;
    sliced += (chunk as Buffer).length;
    if (sliced > sliceBytes) await pause(perSliceMs);
    sliced %= sliceBytes;
  }
}

async function take(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const step = plans.get(id)?.shift() ?? { status: 500 };
  const upload: SeenUpload = { bytes: 0, name: '', isEnded: false };
  upload.name = decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
  seen.get(id)?.push(upload);
  response.on('close', () => {
    upload.isEnded = !response.writableFinished;
  });
  if (step === 'cut') {
    request.once('data', (chunk: Buffer) => {
      upload.bytes = chunk.length;
      request.socket.destroy();
    });
    return;
  }
  await read(request, upload);
  if (step !== 'hold') response.writeHead(step.status, step.headers).end(JSON.stringify(step.body ?? {}));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  response.setHeader('access-control-allow-methods', '*');
  response.setHeader('access-control-expose-headers', 'retry-after');
  // A browser sends again by itself what was cut off on a connection that it had used before.
  response.setHeader('connection', 'close');
  const [, id = ''] = (request.url ?? '').split(/[/?]/);
  if (request.method === 'POST') void take(id, request, response).catch(() => {});
  else if (request.method === 'PUT') {
    let plan = '';
    request.on('data', (chunk: Buffer) => {
      plan += chunk;
    });
    request.on('end', () => {
      plans.set(id, JSON.parse(plan) as UploadStep[]);
      seen.set(id, []);
      response.end();
    });
  } else response.end(JSON.stringify(seen.get(id) ?? []));
}

/**
 * Uploads over real HTTP for tests in a browser, at the address `import.meta.env.UPLOADS`: `PUT /ID` says what is to be done
 * with those that follow, each in its turn; `POST /ID/api/files` is one of them; `GET /ID` tells what came.
 */
export function uploadServer(): Plugin {
  return {
    name: 'baton-upload-server',
    async config() {
      const server = createServer(answer).unref();
      await new Promise<void>((resolve) => server.listen(0, resolve));
      const { port } = server.address() as AddressInfo;
      return { define: { 'import.meta.env.UPLOADS': JSON.stringify(`http://localhost:${port}`) } };
    },
  };
}
