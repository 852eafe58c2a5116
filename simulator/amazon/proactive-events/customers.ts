import type { Notification } from '../alert';
import type { ProactiveEventsBehaviour } from './behaviour';
import type { Stage } from './gate';
import { Refusal } from './refusal';

const DAY_MS = 24 * 60 * 60_000;

/** What Amazon keeps for the users. */
export interface Customers {
  /** Lets the skill send notifications to a user, or no longer. At first no user has allowed it. */
  permit(userId: string, allowed: boolean): void;
  /** Keeps a notification for its user. @throws Refusal where the user takes none */
  take(notification: Notification): void;
  /** The notifications that a user has not heard, and that are not over. A newer one takes the older one's place. */
  pending(userId: string): readonly Notification[];
  /** What was pending. Then nothing is any more. */
  read(userId: string): readonly Notification[];
}

interface Customer {
  permitted: boolean;
  readonly references: Set<string>;
  /** When notifications were accepted. */
  acceptedAt: number[];
  pending: Notification[];
}

export function createCustomers(
  stage: Stage,
  behaviour: Pick<ProactiveEventsBehaviour, 'perDay'>,
  now: () => number,
): Customers {
  const customers = new Map<string, Customer>();

  function customerOf(userId: string): Customer {
    const known = customers.get(userId);
    if (known) return known;
    const customer: Customer = { permitted: false, references: new Set(), acceptedAt: [], pending: [] };
    customers.set(userId, customer);
    return customer;
  }

  function pending(userId: string): readonly Notification[] {
    return (customers.get(userId)?.pending ?? []).filter(({ expiresAt }) => expiresAt > now());
  }

  return {
    pending,
    permit(userId, allowed) {
      customerOf(userId).permitted = allowed;
    },
    take(notification) {
      const perDay = stage === 'live' ? behaviour.perDay : Number.POSITIVE_INFINITY;
      accept(customerOf(notification.userId), notification, perDay, now);
    },
    read(userId) {
      const notifications = pending(userId);
      customerOf(userId).pending = [];
      return notifications;
    },
  };
}

function accept(customer: Customer, notification: Notification, perDay: number, now: () => number): void {
  // As a skill has seen it: alexa/alexa-cookbook issue 188.
  if (!customer.permitted) throw new Refusal(403, 'User may not be subscribed to this event', false);
  if (customer.references.has(notification.referenceId)) throw new Refusal(409, 'Duplicate referenceId', false);
  customer.acceptedAt = customer.acceptedAt.filter((at) => now() - at < DAY_MS);
  if (customer.acceptedAt.length >= perDay) throw new Refusal(432, 'The user has had enough for today', false);
  customer.references.add(notification.referenceId);
  customer.acceptedAt.push(now());
  customer.pending = [notification];
}
