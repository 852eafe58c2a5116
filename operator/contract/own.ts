import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { loadBot, MODULES } from '../../lambda/app/own';
import { readDescription } from '../../lambda/app/own/describe';
import { loadModule } from '../../lambda/app/own/module';
import { loadConfig } from '../../lambda/config/config';
import type { Message } from '../../lambda/conversation/message';
import type { SendResult } from '../../lambda/conversation/ports/platform';
import { AloudError } from '../../lambda/errors';
import { PLATFORMS } from '../../lambda/platforms';
import type { PlatformDefinition } from '../../lambda/platforms/definition';
import { ownDefinition } from '../../lambda/platforms/own/definition';
import { type Named, namedBy } from '../../lambda/platforms/own/name';
import { plainBot } from '../../lambda/platforms/plain';
import { NO_TELEMETRY, type PlatformCall } from '../../lambda/telemetry/telemetry';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Fake, StartFake } from '../../simulator/testing';
import type { Need } from './checks';
import type { PlatformHarness } from './harness';
import { startPlainFake } from './plain-fake';
import { startWebhookReceiver } from './webhook-receiver';

/** Settings that every skill has. Nothing is stored here. */
const SKILL = { ALOUD_SKILL_ID: 'amzn1.ask.skill.contract', ALOUD_SECRET: 'no-secret-as-nothing-is-kept-here' };

/** A bot of one's own, as it is put before its fake. */
export interface OwnBot extends Named {
  readonly title: string;
  /** Where its fake comes from. Absent: there is none. */
  readonly fake?: 'generated' | 'module';
  start(bot: Bot): Promise<OwnHarness>;
}

export interface OwnHarness extends PlatformHarness {
  /** What the fake cannot do, and why that is. */
  readonly lacks: ReadonlyMap<Need, string>;
  readonly goneStatuses: readonly number[];
  readonly forgets: boolean;
  readonly opensSilently: boolean;
}

/** @throws AloudError ALOUD_BOT_UNREADABLE */
export function readOwnBot(file: string): OwnBot {
  const named = namedBy(file, Object.keys(PLATFORMS));
  const definition = loadBot(named);
  if (!MODULES.includes(extname(file)))
    return { ...named, title: definition.title, fake: 'generated', start: startPlain(named) };
  const beside = MODULES.map((kind) => `${file.slice(0, -extname(file).length)}.fake${kind}`).find((name) =>
    existsSync(name),
  );
  if (!beside) return { ...named, title: definition.title, start: () => startBare(named, definition) };
  const { fake } = loadModule(beside, beside) as { readonly fake?: StartFake };
  if (typeof fake !== 'function') {
    throw new AloudError('ALOUD_BOT_UNREADABLE', `${beside}: it exports no function  fake(bot)`);
  }
  const start = async (bot: Bot) => connect(named, definition, await fake(bot));
  return { ...named, title: definition.title, fake: 'module', start };
}

function startPlain(named: Named) {
  const description = readDescription(named.file, named.file);
  return async (bot: Bot) => {
    const fake = await startPlainFake(description, bot);
    const definition = ownDefinition(plainBot(fake.description, named.file), named);
    const lacks = new Map<Need, string>([
      ...(description.reply.messages === undefined ? [['several', 'an answer holds one message'] as const] : []),
      ...(description.reply.choices === undefined ? [['choices', 'it has no choices'] as const] : []),
    ]);
    return connect(named, definition, fake, lacks);
  };
}

/** Without a fake nothing is called: only what needs no vendor can be checked. */
async function startBare(named: Named, definition: PlatformDefinition): Promise<OwnHarness> {
  const environment = Object.fromEntries(
    Object.values(definition.settings).map(({ name, schema, fallback, example }) => [
      name,
      [example, fallback, NOWHERE, '1', '{}'].find((text) => text !== undefined && schema.safeParse(text).success) ??
        'none',
    ]),
  );
  const fake: Fake = { environment, close: async () => {} };
  return connect(named, definition, fake, new Map([['vendor', 'there is no fake of its vendor']]));
}

/** Where nobody listens. */
const NOWHERE = 'http://127.0.0.1:9';

async function connect(
  named: Named,
  definition: PlatformDefinition,
  fake: Fake,
  also: ReadonlyMap<Need, string> = new Map(),
): Promise<OwnHarness> {
  const { name } = named;
  const { environment, behaviour, firstInput, goneStatuses = [] } = fake;
  const config = loadConfig({ ...SKILL, ...environment, ALOUD_PLATFORM: name }, { [name]: definition });
  const calls: PlatformCall[] = [];
  const telemetry = { ...NO_TELEMETRY, platformCall: (call: PlatformCall) => void calls.push(call) };
  const platform = definition.create(config.skills[0].platform.values, { name, telemetry });
  const receiver = fake.sendWebhooksTo ? await startWebhookReceiver(platform) : undefined;
  if (receiver) fake.sendWebhooksTo?.(receiver.url);
  const isSecret = (variable: string) =>
    Object.values(definition.settings).some((setting) => setting.name === variable && setting.secret);

  return {
    platform,
    firstInput,
    calls,
    goneStatuses,
    forgets: fake.forget !== undefined,
    opensSilently: fake.opensSilently ?? false,
    secrets: Object.entries(environment).flatMap(([variable, value]) => (isSecret(variable) ? [value] : [])),
    lacks: new Map([...lacksOf(fake), ...also]),
    async messages(result: SendResult): Promise<readonly Message[]> {
      await fake.idle?.();
      return [...result.messages, ...(receiver?.messages(result) ?? [])];
    },
    fail: (operation, fault) => behaviour?.faults[operation].push(fault),
    forget: () => fake.forget?.(),
    connections: async () => (await fake.connections?.()) ?? 0,
    waiting: () => fake.waiting ?? 0,
    async stopVendor() {
      await fake.close();
      await receiver?.close();
    },
  };
}

function lacksOf(fake: Fake): readonly (readonly [Need, string])[] {
  return [
    ...(fake.behaviour ? [] : [['faults', 'the fake has no behaviour: it cannot fail'] as const]),
    ...(fake.forget ? [] : [['forgetting', 'the fake has no forget()'] as const]),
    ...(fake.waiting === undefined ? [['waiting', 'the fake does not say what is waiting'] as const] : []),
    ...(fake.connections ? [] : [['connections', 'the fake has no connections()'] as const]),
  ];
}
