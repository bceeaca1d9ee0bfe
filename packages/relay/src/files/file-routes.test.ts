import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { UploadedFile } from '@batonchat/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachStore, type Place } from '../testing/places.js';
import type { RawVisitor } from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';
import { smallPng, upload, uploaded, urlsOf } from '../testing/uploads.js';

onEachStore((makePlace) => {
  let place: Place;
  let relay: TestRelay;
  let visitor: RawVisitor;
  let other: RawVisitor;
  let ada: { cookie: string };
  beforeAll(async () => {
    place = await makePlace();
    relay = await startRelay(place, {
      fileBytes: 100_000,
      origins: ['https://shop.example'],
      rateLimits: { uploads: 200, addressUploads: 500 },
    });
    [visitor, other, ada] = await Promise.all([relay.visitor(), relay.visitor(), relay.agent('Ada')]);
  });
  afterAll(async () => {
    const { lines } = relay.log;
    await relay.close();
    await place.remove();
    expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  const inFolder = async () => {
    const names = await readdir(join(place.folder, 'files'), { recursive: true, withFileTypes: true });
    return names.filter((each) => each.isFile()).map(({ name }) => name);
  };
  const imagePart = ({ fileId, name, width, height }: UploadedFile) => ({
    ...{ type: 'image', fileId, name, width, height, alt: '' },
  });
  const filePart = ({ fileId, name, mediaType, bytes }: UploadedFile) => ({
    ...{ type: 'file', fileId, name, mediaType, bytes },
  });
  const say = (who: RawVisitor, parts: object[], commandId?: string) =>
    who.command(who.conversationId, { type: 'send-message', parts }, commandId);
  const isSaid = (who: RawVisitor, id: string) =>
    who.next('events', (frame) => JSON.stringify(frame).includes(id));
  const isRefused = (who: RawVisitor, id: string) => who.next('refused', (frame) => frame.commandId === id);

  test('a picture is uploaded, sent, and fetched by those who may see it', async () => {
    const file = await uploaded(relay.url, visitor, 'scarf.png', smallPng);
    expect(file).toEqual({
      ...{ fileId: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'scarf.png', mediaType: 'image/png' },
      ...{ bytes: smallPng.length, width: 3, height: 2 },
    });
    expect(await urlsOf(relay.url, ada, [file.fileId]), 'not sent yet').toEqual({});
    await isSaid(visitor, say(visitor, [imagePart(file)]));
    expect(await urlsOf(relay.url, other, [file.fileId])).toEqual({});
    for (const who of [visitor, ada]) {
      const url = (await urlsOf(relay.url, who, [file.fileId]))[file.fileId] ?? '';
      const response = await fetch(url);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(smallPng);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': `inline; filename="scarf.png"; filename*=UTF-8''scarf.png`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': expect.stringContaining('private'),
      });
    }
  });

  test('what is taken is said to every page that may embed the widget', async () => {
    const response = await fetch(`${relay.url}/api/files`, { headers: { origin: 'https://shop.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(await response.json()).toEqual({
      maxBytes: 100_000,
      accept: expect.arrayContaining(['image/png', 'application/pdf', '.docx']),
    });
  });

  test('an agent sends a file too, and only from the relay’s own pages', async () => {
    const { conversationId } = visitor;
    const file = await uploaded(relay.url, { ...ada, conversationId }, 'terms.txt', 'The terms.');
    expect(file).toMatchObject({ mediaType: 'text/plain', bytes: 10 });
    const elsewhere = { origin: 'https://shop.example' };
    const refused = await upload(relay.url, { ...ada, conversationId }, 'a.txt', 'a', elsewhere);
    expect(refused.status).toBe(401);
    const foreign = { origin: 'https://evil.example' };
    expect((await upload(relay.url, visitor, 'a.txt', 'a', foreign)).status).toBe(403);
  });

  test('who is nobody, or asks for another’s conversation, is refused', async () => {
    const { conversationId } = visitor;
    const nobody = { token: 'none', conversationId };
    expect((await upload(relay.url, nobody, 'a.txt', 'a')).status).toBe(401);
    expect((await upload(relay.url, { ...other, conversationId }, 'a.txt', 'a')).status).toBe(404);
    const nowhere = { ...visitor, conversationId: 'nowhere' };
    expect((await upload(relay.url, nowhere, 'a.txt', 'a')).status).toBe(404);
    await expect(urlsOf(relay.url, { token: 'none' }, [])).rejects.toThrow('401');
  });

  describe('a message', () => {
    test('that names another’s file, another conversation’s or none is refused', async () => {
      const file = await uploaded(relay.url, visitor, 'a.txt', 'mine');
      for (const fileId of [file.fileId, 'none']) {
        const id = say(other, [filePart({ ...file, fileId })]);
        expect(await isRefused(other, id)).toMatchObject({ code: 'file-gone' });
      }
      await isSaid(visitor, say(visitor, [filePart(file)]));
    });

    test('that says of a file what it is not is refused', async () => {
      const text = await uploaded(relay.url, visitor, 'a.txt', 'text');
      const wrong = [
        filePart({ ...text, name: 'b.txt' }),
        filePart({ ...text, mediaType: 'application/pdf' }),
        filePart({ ...text, bytes: 5 }),
        imagePart({ ...text, width: 1, height: 1 }),
      ];
      for (const part of wrong)
        expect(await isRefused(visitor, say(visitor, [part]))).toMatchObject({ code: 'file-gone' });
      await isSaid(visitor, say(visitor, [filePart(text)]));
    });

    test('sent twice is stored once; another one may not name its file', async () => {
      const file = await uploaded(relay.url, visitor, 'a.txt', 'once');
      const id = say(visitor, [filePart(file)]);
      await isSaid(visitor, id);
      say(visitor, [filePart(file)], id);
      await isSaid(visitor, id);
      expect(await isRefused(visitor, say(visitor, [filePart(file)]))).toMatchObject({ code: 'file-gone' });
    });
  });

  test('what is refused says why, and leaves nothing behind', async () => {
    const before = await inFolder();
    const answers: [Response, number, RegExp][] = [
      [await upload(relay.url, visitor, 'a.txt', ''), 400, /empty|body is the file/],
      [await upload(relay.url, visitor, 'a.txt', 'x'.repeat(100_001)), 413, /may have 0.1 MB/],
      [await upload(relay.url, visitor, 'a.txt', endless('x', 120)), 413, /may have/],
      [await upload(relay.url, visitor, 'a.txt', 'MZ\0\0\x90'), 415, /kind|clear/],
      [await upload(relay.url, visitor, 'a.png', '<script>alert(1)</script>'), 415, /ends in \.png, but/],
      [await upload(relay.url, visitor, 'a.pdf', smallPng), 415, /ends in \.pdf, but/],
    ];
    for (const [response, status, why] of answers) {
      expect(response.status).toBe(status);
      expect(((await response.json()) as { error: string }).error).toMatch(why);
    }
    expect(await inFolder()).toEqual(before);
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const before = await inFolder();
    let kilobytes = 0;
    const sent = upload(
      relay.url,
      visitor,
      'a.txt',
      new ReadableStream({
        pull(controller) {
          controller.enqueue(Buffer.alloc(1000, 'a'));
          kilobytes += 1;
          if (kilobytes === 50) controller.error(new Error('The connection is gone.'));
        },
      }),
    );
    await expect(sent).rejects.toThrow();
    await expect.poll(inFolder).toEqual(before);
  });

  test('a participant uploads three at a time', async () => {
    const bodies = Array.from({ length: 4 }, held);
    const running = bodies.map(({ body }) => upload(relay.url, other, 'a.txt', body));
    const refused = await Promise.race(running);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const { finish } of bodies) finish();
    expect((await Promise.all(running)).map(({ status }) => status).sort()).toEqual([201, 201, 201, 429]);
    expect((await upload(relay.url, other, 'b.txt', 'b')).status).toBe(201);
  });

  describe('the address of a file', () => {
    let url: string;
    beforeAll(async () => {
      const { fileId } = await uploaded(relay.url, visitor, 'digits.txt', '0123456789');
      url = (await urlsOf(relay.url, visitor, [fileId]))[fileId] ?? '';
    });
    const get = (headers: Record<string, string>, method = 'GET') => fetch(url, { method, headers });

    test.each([
      ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-2', 206, '89', 'bytes 8-9/10'],
      ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['bytes=4-2', 200, '0123456789', null],
      ['bytes=0-1,3-4', 200, '0123456789', null],
      ['lines=1-2', 200, '0123456789', null],
    ])('answers %s', async (range, status, text, contentRange) => {
      const response = await get({ range });
      expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
        ...[status, text, contentRange],
      ]);
    });

    test('answers HEAD, and what a browser holds already', async () => {
      const head = await get({}, 'HEAD');
      expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
      const etag = head.headers.get('etag') ?? '';
      expect((await get({ 'if-none-match': etag })).status).toBe(304);
      expect(await (await get({ range: 'bytes=0-1', 'if-range': etag })).text()).toBe('01');
      expect(await (await get({ range: 'bytes=0-1', 'if-range': '"old"' })).text()).toBe('0123456789');
    });

    test('opens nothing else', async () => {
      const { fileId } = await uploaded(relay.url, visitor, 'b.txt', 'another');
      const { pathname, search, searchParams } = new URL(url);
      const [e = '', s = ''] = [searchParams.get('e') ?? '', searchParams.get('s') ?? ''];
      const wrong = [
        pathname,
        `${pathname}?e=${e}`,
        `${pathname}?e=${Number(e) + 1}&s=${s}`,
        `${pathname}?e=${e}&s=${s.slice(1)}`,
        `${pathname}?e=${e}&s=${s.startsWith('a') ? 'b' : 'a'}${s.slice(1)}`,
        `/files/${fileId}${search}`,
        `/files/..%2f..%2fbaton.db${search}`,
      ];
      for (const path of wrong) expect([path, (await fetch(relay.url + path)).status]).toEqual([path, 404]);
    });
  });
});

/** A body of so many kilobytes that says nothing of its length. */
const endless = (letter: string, kilobytes: number) => {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent++ < kilobytes) controller.enqueue(Buffer.alloc(1024, letter));
      else controller.close();
    },
  });
};

/** A body that begins and does not end until it is told to. */
function held() {
  let finish = () => {};
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from('held'));
      finish = () => controller.close();
    },
  });
  return { body, finish: () => finish() };
}
