import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment } from '../../lambda/config/environment';
import type * as Functions from '../../lambda/index';
import { openStoreAt } from '../../lambda/store/open';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { createEcho } from '../../simulator/echo/echo';
import { loadModels } from '../../simulator/echo/models';
import type { Echo } from '../../simulator/echo/types';
import { startVendor } from '../../simulator/platforms';
import type { Vendor } from '../../simulator/platforms/vendor';
import { testPki } from '../support/pki';
import { SKILL_ID } from '../support/signed-request';

const SECRET = 'the secret of the tests of queued words';
const CONTEXT = { getRemainingTimeInMillis: () => 30_000 };
const SCHEDULE = { source: 'aws.scheduler' } as const;
const ENVIRONMENT = process.env;
const MODELS = loadModels();
const { sign } = testPki();

const OPENING_HOURS = 'what are your opening hours';
const ALL = [OPENING_HOURS, 'please close my account', 'and please send me a letter'];

/** What the bot was told, and when. */
interface Told {
  readonly words: string;
  readonly at: number;
}

/** Not the beginning. */
const isWords = ({ words }: Told) => words !== 'hello';

/** The three functions as AWS has them, each in a process of its own, between an Echo and a simulated KLaunch. */
interface Stage {
  readonly echo: Echo;
  readonly vendor: Vendor;
  readonly told: Told[];
  /** What the bot was told, without the beginning. */
  words(): readonly string[];
  /** One invocation of the notifier, by the clock. */
  notify(): Promise<unknown>;
  /** Resolves when the bot's next answer is on disk. */
  nextAnswer(): Promise<void>;
  close(): Promise<void>;
}

async function setStage(store: string): Promise<Stage> {
  const told: Told[] = [];
  const vendor = await startVendor('klaunch', {
    bot: {
      reply(_user, words) {
        told.push({ words, at: Date.now() });
        return [{ text: `That was ${words}.` }];
      },
    },
  });
  process.env = {
    ...ENVIRONMENT,
    ...(vendor.environment as Environment),
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: store,
    ALOUD_TURN_BUDGET_MS: '1000',
    ALOUD_QUIET_MS: '60',
    LOG_LEVEL: 'silent',
  };
  const load = (): typeof Functions => {
    jest.resetModules();
    return require('../../lambda/index');
  };
  const [skill, webhooks, notifiers] = [load(), load(), load()];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    if (request.url === '/alexa') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await skill.handler(JSON.parse(body), CONTEXT)));
      return;
    }
    const requestContext = { http: { method: 'POST' } };
    const answer = await webhooks.webhook({ rawPath: request.url ?? '', headers: {}, requestContext, body });
    response.writeHead(answer.statusCode).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vendor.sendWebhooksTo(url + webhookPath(SECRET, 'klaunch'));
  const echoOf = (name: string) =>
    createEcho({
      ...{ models: MODELS, locale: 'en-US', sign, endpoint: `${url}/alexa`, skillId: SKILL_ID },
      ...{ userId: `amzn1.ask.account.${name}`, deviceId: `amzn1.ask.device.${name}` },
      apiEndpoint: 'https://api.amazonalexa.com',
    });
  // What a process loads for its first words takes longer than the turns here are.
  const first = echoOf('BEN');
  for (const words of ['Alexa, open chat companion', 'good morning everybody', 'stop']) await first.hear(words);
  await vendor.idle();
  told.splice(0);
  return {
    ...{ echo: echoOf('ANNE'), vendor, told },
    words: () => told.filter(isWords).map(({ words }) => words),
    notify: () => notifiers.notifier(SCHEDULE, CONTEXT),
    nextAnswer: () => vendor.idle(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await vendor.close();
      process.env = ENVIRONMENT;
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * What of a user's words is queued is passed on by the functions of AWS Lambda.
 *
 * @param location makes a database, as ALOUD_STORE names it
 */
export function describeQueuedWords(location: () => Promise<string>): void {
  let stage: Stage;
  let store: string;
  beforeEach(async () => {
    store = await location();
    stage = await setStage(store);
  });
  afterEach(() => stage.close());

  /** The bot is busy with a question, and two more things were said. */
  async function withQueuedWords(): Promise<void> {
    const { echo, vendor } = stage;
    // On a busy machine its greeting is late.
    for (let launch = 0; launch < 2; launch++) {
      await echo.hear('Alexa, open chat companion');
      await vendor.idle();
    }
    vendor.deliveries.replyMs = 3500;
    await echo.hear(OPENING_HOURS);
    expect((await echo.hear('please close my account'))?.speech).toContain('pass');
    await echo.hear('and please send me a letter');
    expect(stage.words()).toEqual([OPENING_HOURS]);
    vendor.deliveries.replyMs = 0;
  }

  /** As the table's stream does: the answer to what was passed on first may free the other. */
  async function notifyAfterEach(): Promise<void> {
    for (let answers = 0; answers < 2; answers++) {
      await stage.notify();
      await stage.nextAnswer();
    }
  }

  test('the bot hears them in order, once, and soon after its answer', async () => {
    await withQueuedWords();
    await stage.nextAnswer();
    const freed = Date.now();
    await notifyAfterEach();
    expect(stage.words()).toEqual(ALL);
    const [, first = Number.NaN, second = Number.NaN] = stage.told.filter(isWords).map(({ at }) => at);
    // The bot answers at once, and with that frees what comes next.
    expect(Math.max(first - freed, second - first)).toBeLessThan(10_000);
    await stage.nextAnswer();
    const heard = await stage.echo.hear('Alexa, open chat companion');
    for (const words of ALL) expect(heard?.speech).toContain(`That was ${words}`);
  });

  test('two notifiers and the next turn at once tell them once', async () => {
    await withQueuedWords();
    await stage.nextAnswer();
    const notifying = Promise.all([notifyAfterEach(), notifyAfterEach()]);
    await stage.echo.hear('check');
    await notifying;
    expect(stage.words()).toEqual(ALL);
  });

  test('a notifier that died before it told anything is followed by another', async () => {
    await withQueuedWords();
    await stage.nextAnswer();
    const dying = openStoreAt(store, { secret: SECRET });
    const later = Date.now() + 5000;
    expect(await dying.claimWords({ now: later, limit: 10, leaseMs: 2000 })).toHaveLength(1);
    await dying.close();
    await notifyAfterEach();
    expect(stage.words()).toEqual(ALL);
  });

  test('nothing is told after "stop"', async () => {
    await withQueuedWords();
    await stage.echo.hear('stop');
    await stage.nextAnswer();
    await stage.notify();
    expect(stage.words()).toEqual([OPENING_HOURS]);
  });

  test('what the platform does not take is lost, and told to the user', async () => {
    await withQueuedWords();
    await stage.nextAnswer();
    stage.vendor.behaviour.faults.send.push(500);
    await stage.notify();
    const heard = await stage.echo.hear('Alexa, open chat companion');
    expect(heard?.speech).toMatch(/could not|couldn.t/);
  });
}
