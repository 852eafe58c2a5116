import type { Media } from '../../conversation/message';
import { isObject, type JsonObject, member } from '../json';

const MAX_ATTACHMENTS = 100;
const LONGEST_URL = 2048;

const EXTENSIONS: readonly (readonly [RegExp, Media['kind']])[] = [
  [/\.(png|jpe?g|gif|webp|svg|bmp|heic)$/i, 'image'],
  [/\.(mp4|mov|webm|m4v)$/i, 'video'],
  [/\.(mp3|m4a|ogg|wav|aac)$/i, 'audio'],
];

/** The addresses of all attachments, as they were sent. */
export function readUrls(attachments: unknown): string[] {
  return list(attachments).flatMap(({ url }) => url);
}

/** The attachments in the order in which they stand in the text. One whose place is not given comes last. */
export function readAttachments(attachments: unknown): Media[] {
  return list(attachments)
    .sort((one, other) => (one.offset === other.offset ? 0 : one.offset - other.offset))
    .map(({ url }) => toMedia(url));
}

function list(attachments: unknown): { url: string; offset: number }[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.slice(0, MAX_ATTACHMENTS).flatMap((attachment) => {
    const url = isObject(attachment) ? member(attachment, 'url') : undefined;
    return typeof url === 'string' && url.trim() !== '' ? [{ url: url.trim(), offset: readOffset(attachment) }] : [];
  });
}

function readOffset(attachment: JsonObject): number {
  const offset = member(attachment, 'offset');
  return typeof offset === 'number' ? offset : Number.POSITIVE_INFINITY;
}

/** Only a web address can be shown on a card; of anything else the user hears that it is there. */
function toMedia(url: string): Media {
  const kind = kindOf(url);
  return /^https?:\/\/\S+$/i.test(url) && url.length <= LONGEST_URL ? { kind, url } : { kind };
}

function kindOf(url: string): Media['kind'] {
  const [, embedded] = /^data:(image|video|audio)\//i.exec(url) ?? [];
  if (embedded) return embedded.toLowerCase() as Media['kind'];
  const [path = ''] = url.slice(0, LONGEST_URL).split(/[?#]/, 1);
  return EXTENSIONS.find(([extension]) => extension.test(path))?.[1] ?? 'file';
}
