import { expect, test } from 'vitest';
import { smallPng } from '../testing/uploads.js';
import { kindOfHead, textOnly } from './file-kind.js';
import { FileRefusal } from './file-refusal.js';

const gif = Buffer.from('GIF89a\x05\0\x04\0\0\0\0;', 'latin1');
const lossyWebp = Buffer.concat([
  Buffer.from('RIFF\x1e\0\0\0WEBPVP8 \x12\0\0\0', 'latin1'),
  Buffer.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x07, 0x00, 0x06, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]),
]);
const jpeg = (orientation: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x22]),
    Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'),
    Buffer.from([1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from([0xff, 0xc0, 0x00, 0x0b, 8, 0x00, 0x04, 0x00, 0x09, 1, 1, 0x11, 0, 0xff, 0xd9]),
  ]);
const docx = (names: string[]) =>
  Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 'latin1');
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name)]);
    }),
  );

test.each<[string, Buffer, string, [number, number] | null]>([
  ['a PNG', smallPng, 'image/png', [3, 2]],
  ['a GIF', gif, 'image/gif', [5, 4]],
  ['a WebP', lossyWebp, 'image/webp', [7, 6]],
  ['a JPEG', jpeg(1), 'image/jpeg', [9, 4]],
  ['a JPEG taken with the camera on its side', jpeg(6), 'image/jpeg', [4, 9]],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf', null],
  [
    'a GIF that is a script too',
    Buffer.from('GIF89a=1;/*\0\0*/alert(1)', 'latin1'),
    'image/gif',
    [12605, 12091],
  ],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain', null],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'text/plain', null],
  [
    'an SVG with a prologue',
    Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'),
    'text/plain',
    null,
  ],
  ['a table', Buffer.from('\ufeffname;price\nscarf;12\n'), 'text/plain', null],
])('%s is known by its content', async (_, head, mediaType, size) => {
  const kind = await kindOfHead(head);
  expect(kind).toEqual({
    mediaType,
    isText: mediaType === 'text/plain',
    size: size && { width: size[0], height: size[1] },
  });
});

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['a program', Buffer.from('MZ\x90\0\x03\0', 'latin1')],
  ['an ELF program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1')],
  ['an archive', docx(['run.exe'])],
  ['a compressed bomb', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
  ['a picture without a size', smallPng.subarray(0, 16)],
  ['a picture wider than any', Buffer.from('GIF89a\xff\xff\x04\0\0\0\0;', 'latin1')],
])('%s is refused', async (_, head) => {
  await expect(kindOfHead(head)).rejects.toBeInstanceOf(FileRefusal);
});

async function read(chunks: Uint8Array[]): Promise<string> {
  async function* source() {
    yield* chunks;
  }
  const passed: Uint8Array[] = [];
  for await (const chunk of textOnly(source())) passed.push(chunk);
  return Buffer.concat(passed).toString();
}

test('text may be cut anywhere, and is text to its end', async () => {
  const text = Buffer.from('naïve 你好 👋');
  expect(await read([...text].map((byte) => Buffer.from([byte])))).toBe('naïve 你好 👋');
  await expect(read([Buffer.from('ends in half of '), text.subarray(-2, -1)])).rejects.toThrow(FileRefusal);
  await expect(read([Buffer.from('a'), Buffer.from([0])])).rejects.toThrow(FileRefusal);
  await expect(read([Buffer.from('a'.repeat(100)), Buffer.from([0xff, 0xfe])])).rejects.toThrow(FileRefusal);
});
