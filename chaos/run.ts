import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { PlatformName } from '../lambda/platforms';
import { startAmazon } from '../simulator/amazon';
import { createEcho } from '../simulator/echo/echo';
import { loadModels, modelOf } from '../simulator/echo/models';
import { createPki } from '../simulator/pki';
import { startVendor } from '../simulator/platforms';
import { type ChaosBot, createChaosBot } from './bot';
import { openDatabase } from './database';
import { type History, ofKind, type Seen } from './history';
import { startLag } from './lag';
import { createLines } from './line';
import type { LivePlant } from './live-plants';
import { markersIn } from './markers';
import { type MessageNames, nameMessages } from './message-names';
import { createOwners } from './owners';
import { isHeld } from './phrases';
import { makePlan, type Planned, type StoreKind } from './plan';
import { createRandom, type Random } from './random';
import { createRecorder, type Recorder } from './recorder';
import { startRelay } from './relay';
import { createServer } from './server';
import { createSteps, RETRY_MS, type World } from './steps';
import { isPlayed } from './turns';
import { createUser, type User } from './user';

export interface RunOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly store: StoreKind;
  readonly platform: PlatformName;
  readonly users: number;
  readonly servers: number;
  readonly messages: MessageNames;
  /** The bundle of which the servers are started. */
  readonly script: string;
  /** A fault that is planted between the system and what sees it. */
  readonly plant?: LivePlant;
  /** Default: what the seed makes. */
  readonly plan?: readonly Planned[];
}

export interface RunResult {
  readonly history: History;
  readonly plan: readonly Planned[];
  /** The codes of errors that the servers logged, and how often. */
  readonly errors: Readonly<Record<string, number>>;
}

const SKILL_ID = 'amzn1.ask.skill.chaos';
const LOCALE = 'en-US';
const SETTINGS = {
  ALOUD_SECRET: 'a secret of the chaos, 32 characters or more',
  ALOUD_SKILL_ID: SKILL_ID,
  ALOUD_HOST: '127.0.0.1',
  ALOUD_NAME: 'Bluebell',
  LOG_LEVEL: 'info',
};
/** Milliseconds between two things that a user does. */
const THINKING_MS = [300, 3000] as const;
/** Milliseconds between two messages of agents, to whomever. */
const WRITING_MS = [150, 900] as const;
const SUBSCRIBED = 0.7;
/** Vendors send a webhook again until it is taken. */
const REPEATING = { retries: 1000, retryMs: RETRY_MS };
const LISTENING_AT_A_TIME = 25;
const MOST_ROUNDS = 12;
/** Words that wait for an answer which never comes are put to the bot after so long, and it answers them. A short run does not wait for it. */
const HELD_MS = 62_000;
const LONGEST_IDLE_MS = 30_000;
/** What the bot says later, of its own accord, is behind this. */
const SETTLING_MS = 1500;

/** Runs the whole system under a plan, and returns what was seen from outside. */
export async function runChaos(options: RunOptions): Promise<RunResult> {
  const { seed, seconds, servers: count, script } = options;
  const folder = mkdtempSync(join(tmpdir(), 'aloud-chaos-'));
  const recorder = createRecorder();
  const lag = startLag();
  const plant = options.plant?.(recorder);
  const bot = createChaosBot(seed, recorder, plant?.forgets);
  const vendor = await startVendor(options.platform, { bot });
  nameMessages(vendor, options.messages);
  Object.assign(vendor.deliveries, REPEATING);
  const amazon = await startAmazon();
  const database = await openDatabase(options.store, folder, createRandom(seed, 'database'));
  const pki = createPki();
  const errors: Record<string, number> = {};
  const servers = Array.from({ length: count }, (_, index) =>
    createServer({
      script,
      settings: { ...SETTINGS, ...vendor.environment, ...amazon.environment, ...database.settings },
      trusted: pki,
      onLine: (line) => noteErrors(line, errors),
      onCrash: (how) => recorder.add({ kind: 'crashed', server: index, how }),
    }),
  );
  // One after the other: the first makes the database.
  for (const server of servers) await server.start();
  const relay = await startRelay({ servers, recorder, random: createRandom(seed, 'relay'), swallows: plant?.swallows });
  vendor.sendWebhooksTo(relay.url);
  const world: World = { servers, vendor, amazon, relay, database, recorder };
  const lines = createLines({ servers, lagMs: lag.ms, tamper: plant?.tamper });
  const models = loadModels();
  const invocationName = modelOf(models, LOCALE).languageModel.invocationName ?? '';
  amazon.events.onNotification(({ userId }) =>
    recorder.add({ kind: 'notified', user: userId.split('.').at(-1) ?? '' }),
  );

  /** Over before anybody speaks, so that each request of an Echo is that of its turn. */
  const subscribing: Promise<unknown>[] = [];
  const users = Array.from({ length: options.users }, (_, number): User => {
    const name = `U${number}`;
    const line = lines.of(name);
    const userId = `amzn1.ask.account.${name}`;
    const random = createRandom(seed, 'user', number);
    const echo = createEcho({
      models,
      locale: LOCALE,
      endpoint: 'http://127.0.0.1/alexa',
      fetch: line.fetch,
      sign: pki.sign,
      directives: amazon.directives,
      skillId: SKILL_ID,
      userId,
      deviceId: `amzn1.ask.device.${name}`,
      apiEndpoint: 'https://api.amazonalexa.com',
    });
    if (random.chance(SUBSCRIBED)) {
      amazon.events.permit(userId);
      const told = echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', {
        subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }],
      });
      subscribing.push(told);
    }
    return createUser({ name, number, invocationName, echo, line, random, recorder });
  });

  await Promise.all(subscribing);
  const plan = options.plan ?? makePlan({ seed, seconds, servers: count, store: options.store });
  const until = recorder.now() + seconds * 1000;
  const talking = users.map((user, number) => talk(user, until, createRandom(seed, 'thinking', number), recorder));
  const writing = write(world, bot, until, createRandom(seed, 'agents'));
  await Promise.all([carryOut(plan, world), ...talking, writing]);

  const isDone = ({ name }: User) => outstanding(recorder.history, name) === 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await Promise.race([vendor.idle(), delay(LONGEST_IDLE_MS, undefined, { ref: false })]);
    const heldUntil = Math.max(0, ...recorder.history.map(heldAt)) + Math.min(HELD_MS, seconds * 1000);
    await delay(SETTLING_MS + (round > 0 ? Math.max(0, heldUntil - recorder.now()) : 0));
    // What the bot says to who listens may come when they have stopped.
    const listening = round === 0 ? users : users.filter((user) => !isDone(user));
    if (round > 1 && listening.length === 0) break;
    await atMost(listening, LISTENING_AT_A_TIME, (user) => user.listen(() => isDone(user)));
  }
  for (const what of violationsOf(world)) recorder.add({ kind: 'violation', what });

  await Promise.all(servers.map((server) => server.kill()));
  await Promise.all([relay.close(), vendor.close(), amazon.close(), database.close()]);
  lag.stop();
  rmSync(folder, { recursive: true, force: true });
  return { history: recorder.history, plan, errors };
}

/** When a user was told that their words wait for the answer to others; 0 for anything else. */
function heldAt(event: Seen): number {
  return event.kind === 'turn' && isHeld(event.speech) ? event.at + event.ms : 0;
}

async function carryOut(plan: readonly Planned[], world: World): Promise<void> {
  const take = createSteps(world);
  const begun = world.recorder.now();
  await Promise.all(
    plan.map(async (step) => {
      await delay(Math.max(0, begun + step.at - world.recorder.now()));
      const { at: _, ...what } = step;
      world.recorder.add({ kind: 'done', what: JSON.stringify(what) });
      await take(step);
    }),
  );
}

async function talk(user: User, until: number, random: Random, recorder: Recorder): Promise<void> {
  for (;;) {
    await delay(random.between(...THINKING_MS));
    if (recorder.now() >= until) return;
    await user.act();
  }
}

/** Agents write now and then, to those who have talked to the bot. */
async function write({ vendor, recorder }: World, bot: ChaosBot, until: number, random: Random): Promise<void> {
  const sent: Promise<unknown>[] = [];
  while (recorder.now() < until) {
    await delay(random.between(...WRITING_MS));
    const { visitors } = bot;
    if (visitors.length === 0) continue;
    const visitor = random.pick(visitors);
    sent.push(vendor.agentSays(visitor, bot.write(visitor), { id: 7, name: 'Anne' }).catch(() => 0));
  }
  await Promise.race([Promise.all(sent), delay(LONGEST_IDLE_MS, undefined, { ref: false })]);
}

/** How many messages were taken for a user that they have not heard. */
function outstanding(history: History, user: string): number {
  const owners = createOwners(history);
  const heard = new Set(
    ofKind(history, 'turn').flatMap((turn) => (turn.user === user && isPlayed(turn) ? markersIn(turn.speech) : [])),
  );
  return ofKind(history, 'delivered')
    .filter(({ status }) => status >= 200 && status <= 299)
    .flatMap(({ markers }) => markers)
    .filter((marker) => !heard.has(marker) && owners.of(marker) === user && !marker.startsWith('za')).length;
}

function violationsOf({ amazon }: World): string[] {
  return [...amazon.events.violations, ...amazon.login.violations].map(({ status, message }) => `${status} ${message}`);
}

/** What a server logs is no part of the judgement, but says where to look. */
function noteErrors(line: string, errors: Record<string, number>): void {
  const isCoded = /"level":"(?:error|fatal)"/.test(line);
  const [name] =
    (isCoded ? /ALOUD_[A-Z_]+/ : /^(?:unhandled rejection|\w*Error|FATAL ERROR|.*panicked at).*/).exec(line) ?? [];
  if (name === undefined) return;
  const short = name.slice(0, 160);
  errors[short] = (errors[short] ?? 0) + 1;
}

async function atMost<T>(items: readonly T[], concurrency: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
