import type { Request, RequestEnvelope } from 'ask-sdk-model';
import { MESSAGE_ALERT, NOTIFICATIONS } from '../amazon/permission';
import type { ChannelIdentity, Subscription } from '../conversation/ports/store';
import { AloudError } from '../errors';
import type { Telemetry } from '../telemetry/telemetry';
import { accountOf } from './caller';
import type { Handler } from './dispatch';

/** What becomes of users apart from any conversation. Keys are those of Alexa accounts. */
export interface SkillEvents {
  /** Sets whether the account takes notifications, unless something newer is known. */
  subscribe(key: string, identity: ChannelIdentity, subscription: Subscription): Promise<void>;
  /** Removes all that is kept of the account and of its recognised speakers. */
  erase(key: string): Promise<void>;
}

export interface EventDeps {
  readonly secret: string;
  readonly events: SkillEvents;
  readonly telemetry: Telemetry;
}

/** What an event is to bring about. */
export type Consequence =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'subscribe'; readonly subscribed: boolean };

const NOTHING: Consequence = { kind: 'nothing' };

/** Alexa delivers an event again, for up to an hour, until it is acknowledged. */
export class EventNotTaken extends Error {
  override readonly name = 'EventNotTaken';

  constructor() {
    super('event not taken');
  }
}

export function isSkillEvent({ type }: Request): boolean {
  return type.startsWith('AlexaSkillEvent.');
}

/**
 * Alexa's skill events (https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html): acknowledged with an
 * empty answer once their consequence is on disk. What cannot be read has none, and is reported.
 */
export function eventHandler({ secret, events, telemetry }: EventDeps): Handler {
  return {
    canHandle: ({ request }) => isSkillEvent(request),
    async handle({ requestEnvelope }) {
      const { type } = requestEnvelope.request;
      const consequence = hasUser(requestEnvelope) ? consequenceOf(type, bodyOf(requestEnvelope.request)) : undefined;
      if (!consequence) {
        // The name comes from outside, though signed: it must not make a line of the log long.
        const text = `a skill event cannot be read: ${type.slice(0, 60)}`;
        telemetry.error(new AloudError('ALOUD_EVENT_UNREADABLE', text), 'event');
        return { response: {} };
      }
      const { key, identity } = accountOf(requestEnvelope, secret);
      if (consequence.kind === 'erase') await events.erase(key);
      if (consequence.kind === 'subscribe') {
        const at = timeOf(requestEnvelope.request, Date.now());
        await events.subscribe(key, identity, { subscribed: consequence.subscribed, at });
      }
      return { response: {} };
    },
  };
}

/** What an event of this type brings about; `undefined` where its body is not what Alexa sends. */
export function consequenceOf(type: string, body: unknown): Consequence | undefined {
  switch (type) {
    case 'AlexaSkillEvent.SkillDisabled':
      return afterDisabling(body);
    case 'AlexaSkillEvent.ProactiveSubscriptionChanged': {
      const names = listIn(body, 'subscriptions', 'eventName');
      return names && { kind: 'subscribe', subscribed: names.includes(MESSAGE_ALERT) };
    }
    case 'AlexaSkillEvent.SkillPermissionAccepted':
      return afterPermission(body, (granted) => (granted ? { kind: 'subscribe', subscribed: true } : NOTHING));
    case 'AlexaSkillEvent.SkillPermissionChanged':
      // A permission that still stands says nothing: who gave it may have told us by voice to stop.
      return afterPermission(body, (granted) => (granted ? NOTHING : { kind: 'subscribe', subscribed: false }));
    default:
      return NOTHING;
  }
}

/**
 * Only who keeps a purchase, say, comes back with the same id. In the SDK's model the event has no body at all: the data
 * of a user who has left and cannot come back goes then, too.
 */
function afterDisabling(body: unknown): Consequence | undefined {
  if (body === undefined) return { kind: 'erase' };
  switch (fieldOf(body, 'userInformationPersistenceStatus')) {
    case 'NOT_PERSISTED':
      return { kind: 'erase' };
    case 'PERSISTED':
      return NOTHING;
    default:
      return undefined;
  }
}

/** The body lists what the account permits now. An event about what one speaker permits is none of ours. */
function afterPermission(body: unknown, meaning: (granted: boolean) => Consequence): Consequence | undefined {
  const scopes = listIn(body, 'acceptedPermissions', 'scope');
  if (scopes) return meaning(scopes.includes(NOTIFICATIONS));
  const ofAccount = fieldOf(body, 'acceptedPermissions');
  return ofAccount === undefined && listIn(body, 'acceptedPersonPermissions', 'scope') ? NOTHING : undefined;
}

/** One field of each entry of a list; `undefined` where there is no list. */
function listIn(body: unknown, list: string, field: string): readonly unknown[] | undefined {
  const entries = fieldOf(body, list);
  return Array.isArray(entries) ? entries.map((entry) => fieldOf(entry, field)) : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function bodyOf(request: Request): unknown {
  return fieldOf(request, 'body');
}

function hasUser({ context }: RequestEnvelope): boolean {
  const userId: unknown = context.System.user?.userId;
  return typeof userId === 'string' && userId !== '';
}

/**
 * When it happened, in epoch milliseconds: events arrive out of order. `eventCreationTime` is not in every event, and no
 * clock may put an event into the future, where it would outlast all that is to come.
 */
function timeOf(request: Request, now: number): number {
  const told = [fieldOf(request, 'eventCreationTime'), request.timestamp];
  const times = told.map((text) => (typeof text === 'string' ? Date.parse(text) : Number.NaN));
  return Math.min(now, ...times.filter(Number.isFinite));
}
