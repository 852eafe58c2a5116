import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type Fault, misbehave } from '../platforms/faults';
import { type Notification, readAlert, spoken } from './alert';
import { answerJson, type Mountable, parsed, readBody } from './loopback';

const DAY_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 1000;

export interface ProactiveEventsBehaviour {
  /** Milliseconds from a whole request to its answer. */
  delayMs: number;
  /** The next good requests fail, in this order. What fails on the wire is accepted nevertheless; a status is not. */
  readonly faults: Fault[];
  /** These users' events are always answered so. */
  readonly userFaults: Map<string, number>;
  /** What a token gets that is not good: the documents say 403, others have seen 401. */
  badTokenStatus: 401 | 403;
  /** How many events a live skill may send in a second; the rest is told to come back later. */
  perSecond: number;
  /** How much later, in seconds; `undefined`: it is not told. */
  retryAfterSeconds: number | undefined;
  /** How many events of a live skill a user gets in 24 hours. Amazon does not tell the number. */
  perDay: number;
}

/** A refused request, and why. */
export interface EventViolation {
  readonly status: number;
  readonly message: string;
}

export interface ProactiveEventsOptions {
  /** Whether a token is good. */
  readonly accepts: (token: string) => boolean;
  /** Which of the skill's two lives exists. */
  readonly stage: 'live' | 'development';
  readonly now?: () => number;
}

/** Amazon's API of Proactive Events, and what it keeps for the users; as strict as the documents, or stricter. */
export interface ProactiveEventsService extends Mountable {
  readonly behaviour: ProactiveEventsBehaviour;
  /** Lets the skill send notifications to a user, or no longer. At first no user has allowed it. */
  permit(userId: string, allowed?: boolean): void;
  /** The notifications that a user has not heard, and that are not over. A newer one takes the older one's place. */
  pending(userId: string): readonly Notification[];
  /** "Alexa, read my notifications": what she says, in order. Then nothing is pending any more. */
  read(userId: string): readonly string[];
  /** Told of every notification that is accepted. Returns what ends it. */
  onNotification(listener: (notification: Notification) => void): () => void;
  /** How many requests were answered with each status. */
  readonly answers: ReadonlyMap<number, number>;
  /** What was refused for a fault of the caller's, the last 1,000. A user who takes none, and a limit, are no fault. */
  readonly violations: readonly EventViolation[];
}

interface Customer {
  permitted: boolean;
  readonly references: Set<string>;
  /** When notifications were accepted. */
  acceptedAt: number[];
  pending: Notification[];
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly isViolation = true,
  ) {
    super(message);
  }
}

export function createProactiveEventsService({
  accepts,
  stage,
  now = Date.now,
}: ProactiveEventsOptions): ProactiveEventsService {
  const customers = new Map<string, Customer>();
  const listeners = new Set<(notification: Notification) => void>();
  const answers = new Map<number, number>();
  const violations: EventViolation[] = [];
  const closing = new AbortController();
  const behaviour: ProactiveEventsBehaviour = {
    delayMs: 0,
    faults: [],
    userFaults: new Map(),
    badTokenStatus: 401,
    perSecond: Number.POSITIVE_INFINITY,
    retryAfterSeconds: 1,
    perDay: Number.POSITIVE_INFINITY,
  };
  let second = { start: Number.NEGATIVE_INFINITY, count: 0 };

  function customerOf(userId: string): Customer {
    const known = customers.get(userId);
    if (known) return known;
    const customer: Customer = { permitted: false, references: new Set(), acceptedAt: [], pending: [] };
    customers.set(userId, customer);
    return customer;
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    check(incoming);
    const notification = readAlert(parsed(body), now());
    if (typeof notification === 'string') throw new Refusal(400, notification);
    if (behaviour.delayMs > 0) await delay(behaviour.delayMs, undefined, { signal: closing.signal });
    const fault = behaviour.faults.shift() ?? behaviour.userFaults.get(notification.userId);
    if (typeof fault === 'number') throw new Refusal(fault, 'As you wished', false);
    take(notification);
    if (fault) return misbehave(fault, response, '{}');
    count(202);
    response.writeHead(202).end();
  }

  function check({ method, url = '', headers }: IncomingMessage): void {
    const path = url.replace(/\/$/, '');
    const target = { '/v1/proactiveEvents': 'live', '/v1/proactiveEvents/stages/development': 'development' }[path];
    if (method !== 'POST' || !target) throw new Refusal(404, `${method} ${url}`);
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (!token || !accepts(token)) throw new Refusal(behaviour.badTokenStatus, 'The token is not valid');
    if (target !== stage) throw new Refusal(403, `The skill has no ${target} stage`);
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new Refusal(400, 'not JSON');
    if (stage === 'development') return;
    if (now() - second.start >= 1000 || now() < second.start) second = { start: now(), count: 0 };
    if (++second.count > behaviour.perSecond) throw new Refusal(429, 'Too many requests', false);
  }

  function take(notification: Notification): void {
    const customer = customerOf(notification.userId);
    // As a skill has seen it: alexa/alexa-cookbook issue 188.
    if (!customer.permitted) throw new Refusal(403, 'User may not be subscribed to this event', false);
    if (customer.references.has(notification.referenceId)) throw new Refusal(409, 'Duplicate referenceId', false);
    customer.acceptedAt = customer.acceptedAt.filter((at) => now() - at < DAY_MS);
    if (stage === 'live' && customer.acceptedAt.length >= behaviour.perDay) {
      throw new Refusal(432, 'The user has had enough for today', false);
    }
    customer.references.add(notification.referenceId);
    customer.acceptedAt.push(now());
    customer.pending = [notification];
    for (const listener of listeners) listener(notification);
  }

  function pending(userId: string): readonly Notification[] {
    return (customers.get(userId)?.pending ?? []).filter(({ expiresAt }) => expiresAt > now());
  }

  function count(status: number): void {
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }

  return {
    behaviour,
    answers,
    violations,
    permit(userId, allowed = true) {
      customerOf(userId).permitted = allowed;
    },
    pending,
    read(userId) {
      const notifications = pending(userId);
      customerOf(userId).pending = [];
      return notifications.map(spoken);
    },
    onNotification(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => closing.abort(),
    listen(incoming, response) {
      handle(incoming, response).catch((thrown: unknown) => {
        const { status, message, isViolation } =
          thrown instanceof Refusal ? thrown : new Refusal(500, 'Internal Server Error', false);
        if (isViolation) violations.push({ status, message });
        violations.splice(0, violations.length - MAX_REMEMBERED);
        count(status);
        const { retryAfterSeconds: seconds } = behaviour;
        const headers = status === 429 && seconds !== undefined ? { 'retry-after': String(seconds) } : undefined;
        answerJson(response, status, { message }, headers);
      });
    },
  };
}
