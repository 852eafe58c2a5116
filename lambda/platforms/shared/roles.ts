import { first, readText, toText } from './fields';
import { type JsonObject, member } from './json';

/** Who wrote something; a `system` tells what happened, to those who work there. */
export type Role = 'bot' | 'agent' | 'broadcast' | 'visitor' | 'system';

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/system|activity|workflow|^(service|event|log)s?$/, 'system'],
  [/visitor|contact|customer(?!.?(service|support|care))|client|guest|subscriber|(end|external).?user/, 'visitor'],
  [/bot|assistant/, 'bot'],
  [/campaign|broadcast/, 'broadcast'],
  [/agent|team|user|human|operator|admin|member|staff|employee|service|support|care/, 'agent'],
];

/** What vendors call a writer's role: `VISITOR`, `team_member`, `bot_user`. */
export function roleOf(type: string | undefined): Role | undefined {
  const name = type?.trim().toLowerCase() ?? '';
  return ROLES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Words by which a thing, or the event that brings it, is for those who work there, not for their customer. */
const INSIDE = [
  ...['note', 'notes', 'private', 'internal', 'whisper', 'system', 'activity'],
  ...['assign', 'assigned', 'assignment', 'assignee', 'reassigned', 'unassigned', 'transfer', 'transferred'],
];
const FLAGS = ['private', 'is_private', 'isPrivate', 'internal', 'is_internal', 'isInternal', 'is_note', 'isNote'];
const KINDS = ['type', 'kind', 'category', 'message_type', 'messageType', 'sub_type', 'subType', 'subtype'];
const VIEWS = ['visibility', 'scope', 'audience'];
const HIDDEN = /^(private|internal|hidden|agents?|team|staff)$/i;

/** The words of a name: `messageNote`, `message_note` and `Message note` are the same. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** Whether a name says that what bears it is not for the customer. */
export function isInside(name: readonly string[]): boolean {
  return name.some((word) => INSIDE.includes(word));
}

/** Whether an object says that it is not for the customer: a note, a private message, who was assigned. */
export function isPrivate(object: JsonObject): boolean {
  const isFlagged = first(object, FLAGS, (value) => isTrue(value) || undefined) ?? false;
  const isKind = KINDS.some((name) => isInside(wordsOf(toText(member(object, name)) ?? '')));
  return isFlagged || isKind || HIDDEN.test(readText(object, VIEWS) ?? '');
}

export function isTrue(value: unknown): boolean {
  return value === true || ['true', '1'].includes(toText(value)?.toLowerCase() ?? '');
}
