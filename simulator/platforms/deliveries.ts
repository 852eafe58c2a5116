import { createPauses } from '../pauses';

/** How a vendor's webhooks come; every member may be changed at any time. */
export interface DeliveryBehaviour {
  /** Milliseconds from the moment a message was accepted to the first webhook of its answer. */
  replyMs: number;
  /** Milliseconds between the webhooks of one answer. */
  gapMs: number;
  /** How often each webhook is sent: at once after one another, as only what was not answered well is repeated later. */
  copies: number;
  order: 'kept' | 'reversed';
  /** The webhooks come before the call that caused them is answered. */
  early: boolean;
  /** How often a webhook is sent again that was not answered 2xx in time, and the milliseconds before each time. */
  retries: number;
  retryMs: number;
  /** Milliseconds for which an answer is waited. */
  patienceMs: number;
}

export const PROMPT_DELIVERY: DeliveryBehaviour = {
  replyMs: 0,
  gapMs: 0,
  copies: 1,
  order: 'kept',
  early: false,
  retries: 3,
  retryMs: 50,
  patienceMs: 10_000,
};

export interface Webhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Deliveries {
  /** Where webhooks go. Until it is called they are lost, as with a vendor whose customer has not set one up. */
  sendTo(url: string): void;
  /**
   * Sends the webhooks of one answer, as the behaviour has it. Resolves when the call that caused them may be answered:
   * at once, or with `early` when all were delivered.
   */
  answer(webhooks: readonly Webhook[]): Promise<void>;
  /** Sends one webhook now. Resolves to the last status that was answered; 0 where nothing was. */
  send(webhook: Webhook): Promise<number>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
  /** Gives up what is still to be sent. */
  close(): void;
}

/** Delivers a vendor's webhooks to us, as the behaviour has it. */
export function createDeliveries(behaviour: DeliveryBehaviour): Deliveries {
  const stopped = new AbortController();
  const pauses = createPauses();
  const running = new Set<Promise<unknown>>();
  let target: string | undefined;

  async function deliver(webhooks: readonly Webhook[]): Promise<void> {
    const { replyMs, gapMs, copies, order } = behaviour;
    if (replyMs > 0) await pauses.wait(replyMs);
    for (const [index, webhook] of (order === 'reversed' ? webhooks.toReversed() : webhooks).entries()) {
      if (index > 0 && gapMs > 0) await pauses.wait(gapMs);
      for (let copy = 0; copy < copies; copy++) await send(webhook);
    }
  }

  async function send(webhook: Webhook): Promise<number> {
    for (let tries = 0; ; tries++) {
      const status = await post(webhook);
      if ((status >= 200 && status < 300) || tries >= behaviour.retries || stopped.signal.aborted) return status;
      await pauses.wait(behaviour.retryMs);
    }
  }

  async function post({ headers, body }: Webhook): Promise<number> {
    if (target === undefined) return 0;
    try {
      const answer = await fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(behaviour.patienceMs)]),
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  function track<T>(work: Promise<T>): Promise<T | undefined> {
    // What is cut off by `close` is no error.
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return settled;
  }

  return {
    sendTo(url) {
      target = url;
    },
    async answer(webhooks) {
      const delivered = track(deliver(webhooks));
      if (behaviour.early) await delivered;
    },
    send: async (webhook) => (await track(send(webhook))) ?? 0,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    close() {
      stopped.abort();
      pauses.close();
    },
  };
}
