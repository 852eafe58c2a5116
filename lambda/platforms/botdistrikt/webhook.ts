import type { Sender } from '../../conversation/message';
import type { PlatformEvent, Received, WebhookRequest } from '../../conversation/ports/platform';
import { holdsWords } from '../shared/content';
import { eventId } from '../shared/event-ids';
import { readText } from '../shared/fields';
import { isObject, type JsonObject, member, readObject } from '../shared/json';
import { readName, senderOf } from '../shared/people';
import { MALFORMED, taken } from '../shared/received';
import { roleOf } from '../shared/roles';
import { parseTime, readRawTime } from '../shared/time';
import { WEBCHAT_ID } from './registration';
import { type BotResponse, IDS, messageOf, readResponses } from './reply';

/** Where an event may name the user. The vendor's page does not show one. */
const USER_PLACES = ['user', 'bot_user', 'message', 'data'];
/** Where it may hold the responses when it does not hold them as an answer to a send would. */
const RESPONSE_PLACES = ['bot_message', 'event'];
/** Where it may hold what is said about the whole of it. */
const EVENT_PLACES = ['message', 'data', 'event'];
const AGENTS = ['agent', 'team_member', 'teamMember', 'member', 'human', 'sender', 'from', 'author'];
const AGENT_NAMES = ['agent_name', 'agentName', 'team_member_name', 'sender_name', 'senderName'];
const MAX_DEPTH = 3;

/**
 * Reads the Event Webhook: "events of messages that were sent from the bot to the user". The vendor gives no proof of
 * itself; who does not know the path of our webhook never gets here. What is said about the source are headers, the
 * rest is searched for in whatever JSON comes.
 */
export function createReceiver(now: () => number): (request: WebhookRequest) => Received {
  return ({ method, headers, body }) => {
    if (method === 'GET') return taken();
    const event = readObject(body);
    const webchatId = event && findUser(event);
    if (!event || webchatId === undefined) return MALFORMED;
    const from = readSource(headers, event);
    if (!from) return taken();
    const events = readEvents(event, webchatId, from);
    return taken(
      events,
      events.length === 0 && holdsWords(RESPONSE_PLACES.map((name) => member(event, name))) ? ['message'] : [],
    );
  };

  function readEvents(event: JsonObject, webchatId: string, from: Sender): PlatformEvent[] {
    const at = now();
    const said = new Map<string, number>();
    const eventTime = parseTime(readEventTime(event), at);
    const idOfAll = readText(event, IDS);
    return findResponses(event).map((response) => {
      const time = parseTime(response.time, at) ?? eventTime;
      const content = [webchatId, from.kind, from.id, response.id ?? idOfAll, contentOf(response)];
      // Within one webhook the same thing twice was said twice.
      const fingerprint = JSON.stringify(content);
      const before = said.get(fingerprint) ?? 0;
      said.set(fingerprint, before + 1);
      const { id, byContent } = eventId([...content, before], time);
      const message = messageOf(response, { id, from, sentAt: Math.min(time ?? at, at) });
      return {
        kind: 'message',
        to: { key: webchatId, thread: webchatId },
        message: from.kind === 'bot' ? { ...message, channel: 'event' } : message,
        ...(byContent && { byContent }),
      };
    });
  }
}

/** The first `webchat_id` that can be one: a string, or a number that its form has not changed. */
function findUser(object: JsonObject, depth = 0): string | undefined {
  const id = member(object, 'webchat_id');
  if (typeof id === 'string' && WEBCHAT_ID.test(id)) return id;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  if (depth === MAX_DEPTH) return undefined;
  for (const place of USER_PLACES) {
    const inner = member(object, place);
    const found = isObject(inner) ? findUser(inner, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function findResponses(event: JsonObject): readonly BotResponse[] {
  const places = [event, ...RESPONSE_PLACES.map((name) => member(event, name))];
  return places.map(readResponses).find((responses) => responses.length > 0) ?? [];
}

function readEventTime(event: JsonObject): unknown {
  const inner = EVENT_PLACES.map((name) => member(event, name)).filter(isObject);
  return [event, ...inner].map(readRawTime).find((time) => time !== undefined);
}

/**
 * A source that is absent or unknown is the bot's: its messages are the ones that are looked at for repetitions.
 *
 * @returns `undefined` for the user's own words, and for what the system tells those who work there
 */
function readSource(headers: WebhookRequest['headers'], event: JsonObject): Sender | undefined {
  const source = headers['x-botdistrikt-source']?.trim().toLowerCase();
  const id = headers['x-botdistrikt-source-id'];
  if (source === 'human') return senderOf('agent', id, readAgentName(event));
  if (source === 'broadcast') return senderOf('broadcast', id);
  const isHeard = !['visitor', 'system'].includes(roleOf(source) ?? 'bot') && source !== 'user';
  return isHeard ? { kind: 'bot' } : undefined;
}

function readAgentName(event: JsonObject): string | undefined {
  const places = [event, ...EVENT_PLACES.map((name) => member(event, name)).filter(isObject)];
  const names = places.flatMap((place) => [
    ...AGENTS.map((name) => member(place, name)).map(nameOf),
    readText(place, AGENT_NAMES),
  ]);
  return names.find((name) => name !== undefined);
}

/** A person's name, not the user's own. */
function nameOf(person: unknown): string | undefined {
  return isObject(person) && !Object.hasOwn(person, 'webchat_id') ? readName(person) : undefined;
}

/** What a response says, without what may change from one delivery to the next: addresses may be signed anew. */
function contentOf({ text, choices, media, cards }: BotResponse): unknown[] {
  return [
    text,
    choices.map(({ label }) => label),
    media.map(({ kind, title }) => [kind, title]),
    cards.map((card) => [card.title, card.text, card.choices.map(({ label }) => label)]),
  ];
}
