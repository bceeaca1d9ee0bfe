import { type ErrorCode, limits, type UpFrame, upFrame } from '@batonchat/protocol';
import * as v from 'valibot';

/** What is wrong with a frame, for its sender. */
export interface BadFrame {
  error: { code: ErrorCode; message: string };
}

const bad = (code: ErrorCode, message: string): BadFrame => ({
  error: { code, message: message.slice(0, 300) },
});

/** Frames past this are answered by an error; past `limits.frameBytes` the socket ends before they are read. */
export const softFrameBytes = limits.frameBytes / 2;

/** The JSON in a frame. */
export function readJson(data: Buffer): { json: unknown } | BadFrame {
  if (data.byteLength > softFrameBytes) return bad('oversized', `A frame may have ${softFrameBytes} bytes.`);
  try {
    return { json: JSON.parse(data.toString('utf8')) };
  } catch {
    return bad('malformed', 'The frame is no JSON.');
  }
}

/** The frame in the JSON of a client that has said hello. */
export function readFrame(json: unknown): { frame: UpFrame } | BadFrame {
  const parsed = v.safeParse(upFrame, json);
  if (parsed.success) return { frame: parsed.output };
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
  const isKnown = upFrame.options.some((option) => option.entries.type.literal === type);
  if (!isKnown) {
    const named =
      typeof type === 'string' ? ` of type ${JSON.stringify(type.slice(0, 50))}` : ' without a type';
    return bad('unknown-type', `There is no frame${named}.`);
  }
  const { path, message } = closest(parsed.issues[0]);
  return bad('invalid', `${path.join('.') || 'frame'}: ${message}`);
}

/** What is wrong, and where; of something that fits none of several shapes, with the one that it comes closest to. */
function closest(issue: v.BaseIssue<unknown>): { path: string[]; message: string } {
  const path = issue.path?.map(({ key }) => String(key)) ?? [];
  const inner = (issue.issues ?? []).map(closest).sort((a, b) => reach(b.path) - reach(a.path))[0];
  return inner
    ? { path: [...path, ...inner.path], message: inner.message }
    : { path, message: issue.message };
}

/** How far into a shape something fits: one whose type is right fits better than one of another type. */
const reach = (path: string[]) => path.length + (path.at(-1) === 'type' ? 0 : 0.5);
