import { readText, toText } from '../fields';
import { type JsonObject, member } from '../json';
import { child } from './envelope';

/** What happens to a message that was sent before: delivered, read, edited. */
const AFTERWARDS = ['status', 'delivery', 'delivered', 'read', 'seen', 'edit', 'update', 'delete', 'remove', 'typing'];
const ENDINGS = ['close', 'closed', 'resolve', 'resolved'];
const STATUSES = ['status', 'conversation_status', 'new_status', 'current_status', 'to'];

/** Whether an event is a message by its name: `message` is what was seen. */
export function isMessageEvent(name: readonly string[]): boolean {
  return (name.includes('message') || name.includes('messages')) && !name.some((word) => AFTERWARDS.includes(word));
}

/** Whether an event says that its conversation has ended: "chat changes to open or closed". Its form is not shown. */
export function tellsEnd(name: readonly string[], payload: JsonObject): boolean {
  if (name.includes('message') || !['status', ...ENDINGS].some((word) => name.includes(word))) return false;
  const status = child(payload, 'status');
  const isClosed = member(payload, 'is_closed') ?? (status && member(status, 'is_closed'));
  if (isClosed != null) return isClosed === true || ['true', '1'].includes(toText(isClosed) ?? '');
  const named = readText(payload, STATUSES) ?? (status && readText(status, ['name', 'status', 'to']));
  return named === undefined ? name.some((word) => ENDINGS.includes(word)) : ENDINGS.includes(named.toLowerCase());
}
