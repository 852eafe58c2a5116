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
  const items = events.map((event) => ({
    event,
    conversation: { key: idAs(conversation, behaviour) },
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
