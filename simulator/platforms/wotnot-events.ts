import type { Webhook } from './deliveries';
import type { MessageForm } from './wotnot-messages';
import { numeric, stringify } from './wotnot-wire';

type Json = Record<string, unknown>;

/** The form of the Events webhook, of which only the beginning is known. Every member may be changed at any time. */
export interface EventBehaviour extends MessageForm {
  /** Whether ids are strings, or numbers that no double holds. */
  ids: 'string' | 'number';
  /** Each event says whose it is, beside the conversation. */
  visitor: boolean;
  /** Messages have ids. */
  messageIds: boolean;
  /** When an event happened: `2025-02-10 20:21:03.913000` without a zone, or in another form. */
  time: 'zoneless' | 'iso' | 'milliseconds' | 'seconds' | 'none';
  /** One event in each call, all of an answer in one call, or one in each without a list around it. */
  grouping: 'each' | 'together' | 'bare';
  /** Where the token stands: in the body, or in the header with or without a scheme. */
  tokenIn: 'body' | 'header' | 'bearer';
  /** The visitor's own messages come back as events. */
  echo: boolean;
  /** What tells that they are the visitor's: who wrote them, who sent them, or nothing but their form. */
  echoBy: 'message_by' | 'user' | 'form';
  /** What names the conversation: its key, or a member of the payload beside a key that the API does not know. */
  namedBy: 'key' | 'external_key';
  /** Before the bot's answer comes what is not for the visitor: a note, an assignment, and what another visitor is told. */
  asides: boolean;
  /** The `message_by.type` of a live agent. */
  agentType: string;
  /** How a closed conversation is told. */
  closing: 'is_closed' | 'status';
}

export const USUAL_EVENTS: EventBehaviour = {
  html: true,
  ids: 'string',
  visitor: true,
  messageIds: true,
  time: 'zoneless',
  grouping: 'each',
  tokenIn: 'body',
  echo: true,
  echoBy: 'message_by',
  namedBy: 'key',
  asides: false,
  agentType: 'agent',
  closing: 'is_closed',
};

/** Whose events these are. */
export interface Subject {
  readonly conversation: string;
  readonly visitor: string;
}

export interface Writer {
  readonly type: string;
  readonly id?: number;
  readonly name?: string;
}

/** @param id of the message, the same each time it is told */
export function messageEvent(message: Json, writer: Writer, id: string, behaviour: EventBehaviour): Json {
  const own = behaviour.messageIds ? { message_id: idAs(id, behaviour) } : {};
  return { type: 'message', payload: { message, message_by: writer, ...own, ...timeOf(behaviour) } };
}

/** What a visitor has said, told again. */
export function echoEvent(message: Json, id: string, behaviour: EventBehaviour): Json {
  const { type, payload } = messageEvent(message, { type: 'visitor' }, id, behaviour);
  const { message_by, ...rest } = payload as Json;
  const by = { message_by: { message_by }, user: { user: { type: 'VISITOR' } }, form: {} }[behaviour.echoBy];
  return { type, payload: { ...rest, ...by } };
}

/** What the business's own people are told meanwhile. */
export function asideEvents(nextId: () => string, behaviour: EventBehaviour): Json[] {
  const said = (message: Json, by: Writer, more: Json = {}): Json => {
    const { type, payload } = messageEvent(message, by, nextId(), behaviour);
    return { type, payload: { ...(payload as Json), ...more } };
  };
  return [
    said({ type: 'note', text: 'ASIDE: difficult' }, { type: 'agent', id: 7, name: 'Rosa' }),
    said({ type: 'text', text: 'ASIDE: offer less' }, { type: 'agent', id: 7, name: 'Rosa' }, { is_private: true }),
    said({ type: 'text', text: 'ASIDE: assigned to Rosa' }, { type: 'system' }),
    { type: 'assignee_change', payload: { assignee: { to: { id: '7', type: 'agent' } }, ...timeOf(behaviour) } },
  ];
}

/** What the bot tells a visitor of the account's website. */
export function websiteWebhooks(nextId: () => string, token: string, behaviour: EventBehaviour): Webhook[] {
  const event = messageEvent({ type: 'text', text: 'ASIDE: for others' }, { type: 'bot' }, nextId(), behaviour);
  return toWebhooks([event], { conversation: nextId(), visitor: 'A27187_476' }, token, { ...behaviour, visitor: true });
}

export function createdEvent({ conversation }: Subject, behaviour: EventBehaviour): Json {
  const assigned_to_user = { email: 'bot@bluebell.example', id: '8181', type: 'bot' };
  const external_key = idAs(conversation, behaviour);
  const payload = { assigned_to_user, title: 'Visitor - A1', bot_id: 8861, is_closed: 0, external_key };
  return { type: 'conversation_create', payload: { ...payload, ...timeOf(behaviour) } };
}

export function closedEvent(behaviour: EventBehaviour): Json {
  const how = behaviour.closing === 'is_closed' ? { is_closed: true } : { status: 'closed' };
  return { type: 'conversation_status', payload: { ...how, ...timeOf(behaviour) } };
}

/** The calls that tell these events. */
export function toWebhooks(
  events: readonly Json[],
  { conversation, visitor }: Subject,
  token: string,
  behaviour: EventBehaviour,
): Webhook[] {
  const id = idAs(conversation, behaviour);
  const isKey = behaviour.namedBy === 'key';
  const items = events.map((event) => ({
    event: isKey ? event : { ...event, payload: { ...(event.payload as Json), external_key: id } },
    conversation: { key: isKey ? id : `chat-${conversation}` },
    ...(behaviour.visitor && { visitor: { key: visitor } }),
  }));
  const bodies: Json[] =
    behaviour.grouping === 'bare'
      ? items
      : behaviour.grouping === 'together'
        ? [{ events: items }]
        : items.map((item) => ({ events: [item] }));
  return bodies.map((body) => withToken(body, token, behaviour));
}

/** A call that proves itself. */
export function withToken(body: Json, token: string, { tokenIn }: EventBehaviour): Webhook {
  if (tokenIn === 'body') return { headers: {}, body: stringify({ token, ...body }) };
  return { headers: { authorization: tokenIn === 'bearer' ? `Bearer ${token}` : token }, body: stringify(body) };
}

/** An id as it is written; those that are not digits cannot be numbers. */
export function idAs(id: string, { ids }: EventBehaviour): string {
  return ids === 'number' ? numeric(id) : id;
}

function timeOf({ time }: EventBehaviour): Json {
  const now = new Date();
  switch (time) {
    case 'zoneless':
      return { created_at: now.toISOString().replace('T', ' ').replace('Z', '000') };
    case 'iso':
      return { created_at: now.toISOString() };
    case 'milliseconds':
      return { timestamp: now.getTime() };
    case 'seconds':
      return { timestamp: Math.floor(now.getTime() / 1000) };
    case 'none':
      return {};
  }
}
