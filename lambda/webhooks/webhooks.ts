import { createHmac, timingSafeEqual } from 'node:crypto';
import { NO_RECORDER, type Recorder } from '../capture/recorder';
import { createUnknownShapes } from '../capture/unknown-shapes';
import type { Inbox } from '../conversation/inbox';
import type { Platform, Received, WebhookRequest, WebhookResponse } from '../conversation/ports/platform';
import { toAloudError } from '../errors';
import type { Telemetry, WebhookOutcome } from '../telemetry/telemetry';

export type { WebhookResponse };

/** An answer to a webhook. */
export interface WebhookAnswer extends WebhookResponse {
  /**
   * To be called once it was sent, where there is something to note of that: what tells messages without an id and a time
   * from their repetitions is whether the vendor has got a good answer in time. Not to be called of an answer that was not
   * sent. Never rejects.
   */
  readonly onSent?: () => Promise<void>;
}

/** A vendor that waits longer for its answer may give up, and repeat what it told. */
const ANSWERED_WITHIN_MS = 1000;

/** A larger body is refused before it is read. */
export const WEBHOOK_LIMIT_BYTES = 256 * 1024;

export interface WebhookOptions {
  /** ALOUD_SECRET: makes the path unguessable. */
  readonly secret: string;
  readonly platform: Platform;
  readonly inbox: Inbox;
  readonly telemetry: Telemetry;
  readonly recorder?: Recorder;
}

/** The webhook of one skill's platform. */
export interface Webhook {
  /** `/webhooks/<platform>/<path key>`: what the operator enters in the vendor's dashboard, behind the public address. */
  readonly path: string;
  /**
   * Answers a request that came to the path: 200, or what the vendor wants to read, once what it tells is on disk; 401
   * without the vendor's own proof, 400 for what cannot be read, 503 when the database fails, so that the vendor tries
   * again. Never rejects.
   */
  handle(request: WebhookRequest): Promise<WebhookAnswer>;
  /** Answers what did not come so far as to be handled. */
  refuse(outcome: 'too_large' | 'malformed' | 'busy'): WebhookResponse;
}

/** The webhooks of all skills, whatever brings them their requests. */
export interface Webhooks {
  /** Skill by skill. */
  readonly paths: readonly string[];
  /** The webhook of a path, if there is one; in constant time, as its last part is a secret. */
  at(path: string): Webhook | undefined;
  /** Answers what came to no path of ours. */
  refuse(): WebhookResponse;
}

const REFUSALS = {
  unknown_path: { status: 404, body: 'not found' },
  unauthorized: { status: 401, body: 'unauthorized' },
  malformed: { status: 400, body: 'bad request' },
  too_large: { status: 413, body: 'too large' },
  busy: { status: 503, body: 'try again' },
  failed: { status: 503, body: 'try again' },
} as const satisfies Partial<Record<WebhookOutcome, WebhookResponse>>;

/** The path key is the first 32 hex digits of `HMAC-SHA256(secret, "webhook:<platform>")`. */
export function webhookPath(secret: string, platform: string): string {
  return `/webhooks/${platform}/${createHmac('sha256', secret).update(`webhook:${platform}`).digest('hex').slice(0, 32)}`;
}

export function createWebhooks(all: readonly Webhook[], telemetry: Pick<Telemetry, 'webhook'>): Webhooks {
  return {
    paths: all.map(({ path }) => path),
    at: (given) => all.filter(({ path }) => isSame(given, path))[0],
    refuse() {
      telemetry.webhook({ outcome: 'unknown_path', ms: 0 });
      return REFUSALS.unknown_path;
    },
  };
}

function isSame(given: string, path: string): boolean {
  const [theirs, ours] = [Buffer.from(given), Buffer.from(path)];
  return theirs.length === ours.length && timingSafeEqual(theirs, ours);
}

export function createWebhook({ secret, platform, inbox, telemetry, recorder = NO_RECORDER }: WebhookOptions): Webhook {
  const tellUnknown = createUnknownShapes(platform.name, telemetry);

  function refuse(outcome: keyof typeof REFUSALS): WebhookResponse {
    telemetry.webhook({ outcome, ms: 0 });
    return REFUSALS[outcome];
  }

  function answerTo({ response, events }: Extract<Received, { readonly events: unknown }>, started: number) {
    if (!events.some(({ byContent }) => byContent)) return response;
    const onSent = async () => {
      if (performance.now() - started <= ANSWERED_WITHIN_MS) await inbox.answered(events);
    };
    return { ...response, onSent };
  }

  return {
    path: webhookPath(secret, platform.name),
    refuse,
    async handle(request) {
      const started = performance.now();
      try {
        const received = platform.receive(request);
        if (recorder.isOn) recorder.webhook(platform, request, received);
        tellUnknown('refused' in received ? received.refused : (received.unknown ?? []));
        if ('refused' in received) return refuse(received.refused);
        const outcomes = received.events.length > 0 ? await inbox.receive(received.events) : ['ignored' as const];
        for (const outcome of outcomes) telemetry.webhook({ outcome, ms: performance.now() - started });
        return answerTo(received, started);
      } catch (thrown) {
        telemetry.error(toAloudError(thrown), 'webhook');
        return refuse('failed');
      }
    },
  };
}
