import { createRandom, type Random } from './random';

export type StoreKind = 'sqlite' | 'dynamodb';

/** Something that is done to the system, and for how long, in milliseconds. */
export type Step =
  | { readonly kind: 'kill'; readonly server: number; readonly ms: number }
  | { readonly kind: 'clock'; readonly server: number; readonly ms: number; readonly shiftMs: number }
  | { readonly kind: 'vendor-fails'; readonly ms: number; readonly fault: VendorFault; readonly calls: number }
  | { readonly kind: 'vendor-slow'; readonly ms: number; readonly delayMs: number }
  | { readonly kind: 'replies-late'; readonly ms: number; readonly replyMs: number; readonly gapMs: number }
  | { readonly kind: 'webhooks-shuffled'; readonly ms: number; readonly holdMs: number }
  | { readonly kind: 'answers-lost'; readonly ms: number; readonly share: number; readonly retryMs: number }
  | { readonly kind: 'webhooks-cut'; readonly ms: number; readonly share: number }
  | { readonly kind: 'amazon-fails'; readonly ms: number; readonly status: number; readonly calls: number }
  | { readonly kind: 'amazon-slow'; readonly ms: number; readonly delayMs: number }
  | { readonly kind: 'disk-full'; readonly server: number; readonly ms: number }
  | { readonly kind: 'few-descriptors'; readonly server: number; readonly ms: number }
  | { readonly kind: 'locked'; readonly ms: number }
  | { readonly kind: 'throttled'; readonly ms: number; readonly share: number }
  | { readonly kind: 'store-answers-lost'; readonly ms: number; readonly share: number };

export type StepKind = Step['kind'];

/** How a call to a vendor may fail: an HTTP status, or on the wire after the bot has heard it. */
export type VendorFault = 429 | 500 | 503 | 'reset' | 'half' | 'html-502' | 'hang';
const VENDOR_FAULTS: readonly VendorFault[] = [429, 500, 503, 'reset', 'half', 'html-502', 'hang'];
const AMAZON_FAULTS = [429, 432, 500, 503];
/** Vendors send again after a moment, or after longer than what is said in the same words may take to be said again. */
const RETRIES_MS = [400, 2000, 12_000];
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

/** A step, and when it begins. */
export type Planned = Step & { readonly at: number };

export interface PlanOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly servers: number;
  readonly store: StoreKind;
}

const ANYWHERE: Partial<Record<StepKind, number>> = {
  kill: 5,
  clock: 1,
  'vendor-fails': 3,
  'vendor-slow': 2,
  'replies-late': 2,
  'webhooks-shuffled': 2,
  'answers-lost': 2,
  'webhooks-cut': 1,
  'amazon-fails': 2,
  'amazon-slow': 1,
  'few-descriptors': 1,
};
const OF_STORE: Readonly<Record<StoreKind, Partial<Record<StepKind, number>>>> = {
  sqlite: { 'disk-full': 2, locked: 2 },
  dynamodb: { throttled: 3, 'store-answers-lost': 1 },
};

/** The first seconds are quiet, so that there is something to break. */
const QUIET_MS = 2000;
/** Milliseconds between two steps. */
const GAP_MS = [400, 3000] as const;

/** What is done to the system, and when: the same for the same seed. */
export function makePlan(options: PlanOptions): Planned[] {
  const random = createRandom(options.seed, 'plan');
  const weights = { ...ANYWHERE, ...OF_STORE[options.store] };
  const plan: Planned[] = [];
  let at = QUIET_MS;
  for (;;) {
    at += random.between(...GAP_MS);
    if (at > options.seconds * 1000) return plan;
    plan.push({ at, ...makeStep(random.weighted(weights), random, options.servers) });
  }
}

function makeStep(kind: StepKind, random: Random, servers: number): Step {
  const server = random.between(0, servers - 1);
  const ms = random.between(800, 4000);
  const share = random.between(3, 8) / 10;
  switch (kind) {
    case 'kill':
      return { kind, server, ms: random.between(0, 1500) };
    case 'clock':
      return { kind, server, ms, shiftMs: random.pick([-MINUTE_MS, MINUTE_MS, WEEK_MS]) };
    case 'vendor-fails':
      return { kind, ms, fault: random.pick(VENDOR_FAULTS), calls: random.between(1, 10) };
    case 'vendor-slow':
      return { kind, ms, delayMs: random.between(500, 7000) };
    case 'replies-late':
      return { kind, ms, replyMs: random.between(1000, 9000), gapMs: random.between(0, 3000) };
    case 'webhooks-shuffled':
      return { kind, ms, holdMs: random.between(200, 2500) };
    case 'answers-lost':
      return { kind, ms, share, retryMs: random.pick(RETRIES_MS) };
    case 'webhooks-cut':
    case 'throttled':
    case 'store-answers-lost':
      return { kind, ms, share };
    case 'amazon-fails':
      return { kind, ms, status: random.pick(AMAZON_FAULTS), calls: random.between(1, 20) };
    case 'amazon-slow':
      return { kind, ms, delayMs: random.between(500, 6000) };
    case 'disk-full':
    case 'few-descriptors':
      return { kind, server, ms };
    case 'locked':
      return { kind, ms };
  }
}
