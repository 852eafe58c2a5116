import type { Choice, Media, Sender } from '../../conversation/message';
import type { Content } from '../shared/content';
import { MAX_EACH, toText } from '../shared/fields';
import { isObject, type JsonObject, member } from '../shared/json';
import { kindOfUrl, medium } from '../shared/media';
import { senderOf } from '../shared/people';
import { toWebUrl } from '../shared/urls';

const LONGEST_READ = 2048;

/** What a message of the channel says. Not documented members are ignored. */
export function readContent(body: JsonObject): Content {
  const text = toText(member(body, 'message'));
  return {
    ...(text !== undefined && { text }),
    choices: readQuickReplies(member(body, 'quickReplies')),
    media: readAttachments(member(body, 'attachments')),
    cards: [],
  };
}

/** "This field is only included for messages coming directly from an dashboard user." */
export function readSender(body: JsonObject): Sender {
  const adminID = member(body, 'adminID');
  const isGiven = typeof adminID === 'number' || (typeof adminID === 'string' && adminID.trim() !== '');
  return isGiven ? senderOf('agent', String(adminID)) : { kind: 'bot' };
}

/** The addresses of all attachments, as they were sent. */
export function readUrls(body: JsonObject): string[] {
  return list(member(body, 'attachments')).map(({ url }) => url);
}

function readQuickReplies(value: unknown): Choice[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((label): label is string => typeof label === 'string' && label.trim() !== '')
    .slice(0, MAX_EACH)
    .map((label) => ({ label }));
}

/** The attachments in the order in which they stand in the text. One whose place is not given comes last. */
function readAttachments(attachments: unknown): Media[] {
  return list(attachments)
    .sort((one, other) => (one.offset === other.offset ? 0 : one.offset - other.offset))
    .map(({ url }) => medium(kindOf(url), toWebUrl(url)));
}

function list(attachments: unknown): { url: string; offset: number }[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.slice(0, MAX_EACH).flatMap((attachment) => {
    const url = isObject(attachment) ? member(attachment, 'url') : undefined;
    return typeof url === 'string' && url.trim() !== '' ? [{ url: url.trim(), offset: readOffset(attachment) }] : [];
  });
}

function readOffset(attachment: JsonObject): number {
  const offset = member(attachment, 'offset');
  return typeof offset === 'number' ? offset : Number.POSITIVE_INFINITY;
}

/** Of what is embedded the user hears that it is there: only a web address can be shown on a card. */
function kindOf(url: string): Media['kind'] {
  const [, embedded] = /^data:(image|video|audio)\//i.exec(url) ?? [];
  return (embedded?.toLowerCase() as Media['kind'] | undefined) ?? kindOfUrl(url.slice(0, LONGEST_READ)) ?? 'file';
}
