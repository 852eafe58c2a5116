import type { IncomingMessage, ServerResponse } from 'node:http';
import { createPauses } from '../../pauses';
import { misbehave } from '../../platforms/faults';
import { type Notification, readAlert, spoken } from '../alert';
import { type Mountable, parsed, readBody } from '../loopback';
import { createAnswers, type EventViolation } from './answers';
import { goodBehaviour, type ProactiveEventsBehaviour } from './behaviour';
import { createCustomers } from './customers';
import { createGate, type GateOptions } from './gate';
import { Refusal } from './refusal';

export interface ProactiveEventsOptions extends GateOptions {
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

export function createProactiveEventsService(options: ProactiveEventsOptions): ProactiveEventsService {
  const { stage, now = Date.now } = options;
  const behaviour = goodBehaviour();
  const check = createGate(options, behaviour, now);
  const customers = createCustomers(stage, behaviour, now);
  const answers = createAnswers(behaviour);
  const listeners = new Set<(notification: Notification) => void>();
  const pauses = createPauses();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    check(incoming);
    const notification = readAlert(parsed(body), now());
    if (typeof notification === 'string') throw new Refusal(400, notification);
    if (behaviour.delayMs > 0) await pauses.wait(behaviour.delayMs);
    const fault = behaviour.faults.shift() ?? behaviour.userFaults.get(notification.userId);
    if (typeof fault === 'number') throw new Refusal(fault, 'As you wished', false);
    customers.take(notification);
    for (const listener of listeners) listener(notification);
    if (fault) misbehave(fault, response, '{}');
    else answers.accept(response);
  }

  return {
    behaviour,
    answers: answers.counts,
    violations: answers.violations,
    permit: (userId, allowed = true) => customers.permit(userId, allowed),
    pending: customers.pending,
    read: (userId) => customers.read(userId).map(spoken),
    onNotification(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => pauses.close(),
    listen(incoming, response) {
      handle(incoming, response).catch((thrown: unknown) => answers.refuse(response, thrown));
    },
  };
}
