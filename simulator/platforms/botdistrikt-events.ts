import type { BotReply } from './bot-reply';
import { REPLY_SHAPES, type ReplyShape } from './botdistrikt-shapes';
import type { Webhook } from './deliveries';

/** What the vendor's page leaves open about its Event Webhook. Every member may be changed at any time. */
export interface EventBehaviour {
  /** Where an event names the user, and where it holds what was said. */
  shape: EventShape;
  /** The form of what was said, in the shapes that hold an answer as to a send. */
  replyShape: ReplyShape;
  /** Whether messages have an id; a `static` one belongs to a content that is sent again and again. */
  ids: 'none' | 'unique' | 'static';
  /** How they are timed, if they are. */
  times: 'none' | 'milliseconds' | 'seconds' | 'iso';
  /** Whether the headers tell the source. */
  sourceHeaders: boolean;
  /** Whether what is answered to a send comes as an event too. */
  botEvents: boolean;
}

/** What an event tells, before it has a form. */
export interface EventContent {
  readonly webchatId: string;
  /** The `bot_user` as JSON text. */
  readonly user: string;
  readonly reply: BotReply;
  readonly source: 'human' | 'broadcast' | 'bot';
  /** Of the team member or the broadcast. */
  readonly sourceId?: number;
  readonly agentName?: string;
}

/** The pieces of an event. */
interface Pieces {
  readonly webchat_id: string;
  /** JSON text. */
  readonly user: string;
  /** The message as one item, with its id and time. */
  readonly item: object;
  /** The same in the form of an answer to a send. */
  readonly answer: object;
  readonly agent: object;
}

/** Forms that an event may have, as JSON text. All of them are assumed. */
const EVENT_SHAPES = {
  user: ({ webchat_id, answer, agent }) => JSON.stringify({ user: { webchat_id }, ...answer, ...agent }),
  'bot-user': ({ user, answer, agent }) => `{"bot_user":${user},${JSON.stringify({ ...answer, ...agent }).slice(1)}`,
  flat: ({ webchat_id, item, agent }) => JSON.stringify({ webchat_id, ...item, ...agent }),
  message: ({ webchat_id, item, agent }) => JSON.stringify({ message: { webchat_id, ...item }, ...agent }),
  data: ({ webchat_id, item, agent }) =>
    JSON.stringify({ event: 'message', data: { user: { webchat_id }, message: item, ...agent } }),
} as const satisfies Record<string, (pieces: Pieces) => string>;

export type EventShape = keyof typeof EVENT_SHAPES;
export const EVENT_SHAPE_NAMES = Object.keys(EVENT_SHAPES) as EventShape[];

export const PLAIN_EVENTS: EventBehaviour = {
  shape: 'user',
  replyShape: 'responses',
  ids: 'none',
  times: 'none',
  sourceHeaders: true,
  botEvents: true,
};

/** An event in the form that the behaviour has it. */
export function toWebhook(content: EventContent, behaviour: EventBehaviour, id: string, now: number): Webhook {
  const { webchatId, user, reply, source, sourceId, agentName } = content;
  const ids = { none: {}, unique: { id }, static: { id: 'story-7' } };
  const stamp = { ...ids[behaviour.ids], ...timeOf(behaviour.times, now) };
  const [item] = REPLY_SHAPES.list([reply]);
  const answer: object = REPLY_SHAPES[behaviour.replyShape]([reply]);
  const body = EVENT_SHAPES[behaviour.shape]({
    webchat_id: webchatId,
    user,
    item: { ...stamp, ...item },
    answer: { ...stamp, ...(Array.isArray(answer) ? { responses: answer } : answer) },
    agent: agentName ? { agent: { name: agentName } } : {},
  });
  const headers = {
    'x-botdistrikt-source': source,
    ...(sourceId !== undefined && { 'x-botdistrikt-source-id': String(sourceId) }),
  };
  return { headers: behaviour.sourceHeaders ? headers : {}, body };
}

function timeOf(times: EventBehaviour['times'], now: number): object {
  switch (times) {
    case 'none':
      return {};
    case 'milliseconds':
      return { timestamp: now };
    case 'seconds':
      return { timestamp: Math.floor(now / 1000) };
    case 'iso':
      return { created_at: new Date(now).toISOString() };
  }
}
