import type { IdKind } from './disguise';

/** The words of a member's name: `userExternalId`, `user_external_id` and `user-external-id` are the same. */
export function wordsOfName(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

const ID = new Set(['id', 'ids', 'uid', 'uuid', 'guid', 'key', 'mid', 'ref', 'reference', 'hash', 'account']);
const TOKEN = new Set(['token', 'jwt', 'secret', 'password', 'credential', 'authorization', 'signature', 'cookie']);
/** Names that are one word with the sign behind it: `userid`, `visitorkey`. */
const RUN_TOGETHER = /^\p{L}+(id|uuid|key|token)$/u;
const NOT_AN_ID = new Set(['valid', 'paid', 'grid', 'avoid', 'android', 'hotkey']);

const KINDS: readonly (readonly [RegExp, IdKind])[] = [
  [/agent|operator|member|staff|employee|team/, 'agent'],
  [/user|visitor|contact|client|customer|guest|webchat|person|subscriber/, 'user'],
  [/conversation|thread|chat|session|dialog|ticket/, 'conversation'],
  [/message|event|msg|mid/, 'message'],
];

/** What the value of a member is the id of; `undefined` where its name says nothing of an id. */
export function idKindOf(name: string, parent: string): IdKind | undefined {
  const words = wordsOfName(name);
  if (words.some((word) => TOKEN.has(word))) return 'token';
  const isId = words.some((word) => ID.has(word) || (RUN_TOGETHER.test(word) && !NOT_AN_ID.has(word)));
  if (!isId) return undefined;
  const own = KINDS.find(([pattern]) => pattern.test(name.toLowerCase()));
  return (own ?? KINDS.find(([pattern]) => pattern.test(parent.toLowerCase())))?.[1] ?? 'id';
}

const TIME = new Set(['time', 'timestamp', 'at', 'created', 'updated', 'sent', 'date', 'expires', 'ttl', 'in']);
const BIRTH = /birth|dob/;

/** Whether a member tells when something happened, which says nothing of a person. */
export function isTimeName(name: string): boolean {
  return wordsOfName(name).some((word) => TIME.has(word)) && !BIRTH.test(name.toLowerCase());
}

const PEOPLE =
  /user|visitor|contact|client|customer|guest|agent|member|author|sender|from|person|human|operator|assignee/;
const PERSONAL = new Set(['first', 'last', 'full', 'display', 'nick', 'given', 'family', 'sur']);
const REACHED =
  /e?mail|phone|mobile|address|street|city|postal|zip|latitude|longitude|^(lat|lng|lon|ip)$|company|avatar/;

/** Whether a member holds who somebody is, or how they are reached. */
export function isPersonal(name: string, parent: string): boolean {
  const words = wordsOfName(name);
  if (REACHED.test(name.toLowerCase())) return true;
  if (/^(user|nick|sur|first|last|full|display)name$/.test(name.toLowerCase())) return true;
  if (!words.includes('name')) return false;
  return words.some((word) => PERSONAL.has(word)) || PEOPLE.test(words.join(' ')) || PEOPLE.test(parent.toLowerCase());
}

/** Members that hold what is said. Elsewhere a word of the vendor's own language stays as it is. */
const SAID = new Set([
  'text',
  'label',
  'title',
  'subtitle',
  'value',
  'payload',
  'content',
  'description',
  'caption',
  'body',
]);

export function isSaid(name: string): boolean {
  return wordsOfName(name).some((word) => SAID.has(word));
}

/** What vendors call kinds of things. */
const VOCABULARY = new Set(
  `action activity agent all answer application array assigned assignee assignment audio bot bool boolean bubble button buttons broadcast campaign
  card cards carousel category channel chat check checkbox choice choices client close closed code completed contact content conversation create
  created customer date default delivered document dropdown edit email end ended error event external fail failed false file files flow form
  generic get handover hidden html human id image images inline input internal invite item javascript json jpeg jpg key keyboard link list
  location markdown media member menu message messages multi name new none note null number object of ok old online open opened operator option
  options outgoing incoming pdf pending phone picture png post postback private prompt public queued quick rating read reason reply replies
  request resolve resolved response responses result role script select selection send sent server service session skill slider start started
  state status step sticker story string submit success system tag team template text thread time title transfer true type typing unread update
  updated upload url user value video visitor voice web webchat webhook website widget workflow mp3 mp4 gif webp us en`.split(
    /\s+/,
  ),
);

const LONGEST_KIND = 60;

/** Members whose value is a word of the vendor's own, whichever it is. */
const TYPES = new Set(['type', 'kind', 'status', 'role', 'source']);

/** Whether a value names a kind of thing: `button.response`, `send_message`. */
export function isKind(value: string, name = ''): boolean {
  if (value.length > LONGEST_KIND || !/^[\p{L}\d._:/-]+$/u.test(value)) return false;
  if (TYPES.has(wordsOfName(name).at(-1) ?? '') && /^[a-z_.-]+$/i.test(value)) return true;
  return wordsOfName(value).every((word) => VOCABULARY.has(word) || /^\d{1,3}$/.test(word));
}
