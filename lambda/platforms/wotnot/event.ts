import type { Message } from '../../conversation/message';
import type { PlatformEvent } from '../../conversation/ports/platform';
import { toText } from '../fields';
import { isObject, type JsonObject, member } from '../json';
import { readContent } from './content';
import { child, readEnvelope } from './envelope';
import { isMessageEvent, tellsEnd } from './event-kinds';
import { createIdentities, type Identify, type Traits } from './identity';
import { readSender } from './sender';

type MessageEvent = Extract<PlatformEvent, { readonly kind: 'message' }>;

export interface EventReader {
  /** The events of one call, in its order. What concerns no user is left out. Never throws. */
  read(items: readonly unknown[]): PlatformEvent[];
  /** The bot's messages in the answer to a start, if there are any. */
  readInline(messages: unknown, conversation: string): Message[];
}

/**
 * @param now epoch milliseconds
 */
export function createEventReader(now: () => number): EventReader {
  const startReading = createIdentities(now);

  return {
    read(items) {
      const identify = startReading();
      return items.flatMap((item) => readEvent(item, identify) ?? []);
    },
    readInline(messages, conversation) {
      const identify = startReading();
      return (Array.isArray(messages) ? messages : []).filter(isObject).flatMap((item) => {
        const message = messageOf(item) ?? item;
        return readMessage({ own: [message, item], around: [], conversation }, 'inline', identify)?.message ?? [];
      });
    },
  };
}

function readEvent(item: unknown, identify: Identify): PlatformEvent | undefined {
  const envelope = readEnvelope(item);
  if (!envelope) return undefined;
  const { name, payload, around, to } = envelope;
  const conversation = to.thread ?? to.key ?? '';
  const message = isMessageEvent(name) ? messageOf(payload) : undefined;
  if (message) {
    const read = readMessage({ own: [message, payload], around, conversation }, 'event', identify);
    return read && { kind: 'message', to, ...read };
  }
  if (!tellsEnd(name, payload)) return undefined;
  return { kind: 'closed', to, ...identify({ own: [payload], around, conversation, what: 'closed' }) };
}

/** @returns `undefined` for what the visitor said, and for what says nothing */
function readMessage(
  traits: Omit<Traits, 'what'>,
  channel: 'inline' | 'event',
  identify: Identify,
): Pick<MessageEvent, 'message' | 'byContent'> | undefined {
  const [message = {}, payload = {}] = traits.own;
  const from = readSender(payload, message);
  const content = from && readContent(message);
  if (!content) return undefined;
  const { id, at, byContent } = identify({ ...traits, what: message });
  const read = { id, from, ...content, ...(from.kind === 'bot' && { channel }), sentAt: at };
  return { message: read, ...(byContent && { byContent }) };
}

function messageOf(payload: JsonObject): JsonObject | undefined {
  const text = toText(member(payload, 'message'));
  return child(payload, 'message') ?? (text === undefined ? undefined : { type: 'text', text });
}
