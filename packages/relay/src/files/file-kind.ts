import { limits } from '@batonchat/protocol';
import { FileRefusal } from './file-refusal.js';

/** What a file is, by its content. */
export interface FileKind {
  mediaType: string;
  /** It has to be UTF-8 to its end. */
  isText: boolean;
  /** In pixels; of pictures. */
  size: { width: number; height: number } | null;
}

const pictures = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
const documents = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
]);
/** What a file input offers to choose. Other text is taken as well. */
export const acceptedKinds: readonly string[] = [
  ...pictures,
  ...documents,
  ...['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', 'text/*', '.md', '.csv', '.log', '.json'],
];

const accepted =
  'Pictures (PNG, JPEG, GIF, WebP, AVIF), PDF, text (UTF-8) and office documents (docx, xlsx, pptx, odt, ods, odp) can be sent.';

/**
 * What the head of a file says that it is; its name and what its sender calls it are not asked. Markup (HTML, SVG, XML)
 * is text like any other. Throws `FileRefusal` where it is of a kind that is not taken.
 */
export async function kindOfHead(head: Uint8Array): Promise<FileKind> {
  if (head.length === 0) throw new FileRefusal(400, 'The file is empty. Choose another one.');
  const { fileTypeFromBuffer } = await import('file-type');
  const mediaType = (await fileTypeFromBuffer(head))?.mime;
  if (mediaType === undefined || mediaType === 'application/xml')
    return { mediaType: 'text/plain', isText: true, size: null };
  if (documents.has(mediaType)) return { mediaType, isText: false, size: null };
  if (pictures.has(mediaType)) return { mediaType, isText: false, size: await sizeOf(head) };
  throw new FileRefusal(415, `Files of the kind ${mediaType} are not taken. ${accepted}`);
}

const endings: readonly [ending: RegExp, kinds: ReadonlySet<string>][] = [
  [/\.(png|apng|jpe?g|gif|webp|avif)$/i, pictures],
  [/\.(pdf|docx|xlsx|pptx|odt|ods|odp)$/i, documents],
];

/** Throws `FileRefusal` where a name promises a picture or a document, and the content is none: whoever gets it trusts the name. */
export function checkName(name: string, { mediaType }: Pick<FileKind, 'mediaType'>): void {
  const promised = endings.find(([ending]) => ending.test(name));
  if (!promised || promised[1].has(mediaType)) return;
  const [ending = ''] = /\.\w+$/.exec(name) ?? [];
  throw new FileRefusal(
    415,
    `Its name ends in ${ending}, but it is no such file (${mediaType}). Send it under the name of what it is.`,
  );
}

async function sizeOf(head: Uint8Array): Promise<{ width: number; height: number }> {
  const { imageSize } = await import('image-size');
  let width = 0;
  let height = 0;
  let orientation: number | undefined;
  try {
    // Of a view it would read what lies behind its end in memory.
    ({ width, height, orientation } = imageSize(new Uint8Array(head)));
  } catch {}
  if (!(width >= 1 && height >= 1 && width <= limits.imagePixels && height <= limits.imagePixels))
    throw new FileRefusal(
      415,
      `The picture is broken, or has a side of more than ${limits.imagePixels} pixels. Save it again, smaller.`,
    );
  // From 5 on the camera lay on its side: browsers turn such a picture when they show it.
  return (orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height };
}

/** Passes text on. Throws `FileRefusal` at the first byte that no text has. */
export async function* textOnly(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk?: Uint8Array) => {
    try {
      if (!decoder.decode(chunk, { stream: chunk !== undefined }).includes('\0')) return;
    } catch {}
    throw new FileRefusal(415, `It is not clear what kind of file this is. ${accepted}`);
  };
  for await (const chunk of chunks) {
    check(chunk);
    yield chunk;
  }
  check();
}
