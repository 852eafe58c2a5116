import { AloudError } from '../../../lambda/errors';
import { PLATFORM_NAMES } from '../../../lambda/platforms';
import { createClient } from '../../../lambda/platforms/voximplant/client';
import type { VoximplantOptions } from '../../../lambda/platforms/voximplant/settings';
import { NO_TELEMETRY } from '../../../lambda/telemetry/telemetry';
import { bad, type Finding, good, unchecked } from '../finding';
import type { Setup } from '../setup';

const ID = 'platform';
const TIMEOUT_MS = 10_000;
/** Always the same, so that it is found, and never many. */
const VISITOR = 'aloud-doctor';
/** Vendors are told of users by 32 letters and digits. */
const KEY = VISITOR.replace('-', '').padEnd(32, '0');
const WORDS = 'Hello';

/** Whether the vendor takes our credentials. */
export async function checkPlatform(setup: Setup): Promise<readonly Finding[]> {
  const { config, place, offline, call } = setup;
  const [skill] = config?.skills ?? [];
  if (place === 'demo') return [];
  if (!skill) return [unchecked(ID, 'the settings come first')];
  const { name, definition } = skill.platform;
  const { title } = definition;
  if (offline) return [unchecked(ID, `${title} was not called, offline`)];
  if (call) return [await told(() => send(setup), name, 'call')];
  if (name === 'voximplant') return [await told(() => login(setup), name, 'login')];
  const what = `${title} has no call without a trace, so nobody asked whether it takes the credentials`;
  return [unchecked(ID, what, 'npx aloud doctor --call  sends the bot one message')];
}

/** What a call leaves behind, said before it is made. */
export function traceOf({ config }: Setup): string | undefined {
  const [skill] = config?.skills ?? [];
  if (!skill) return undefined;
  const { title } = skill.platform.definition;
  return `a visitor "${VISITOR}" of ${title} (${KEY}), who has said "${WORDS}": delete it there, if it is in the way`;
}

async function told(work: () => Promise<string>, name: string, operation: string): Promise<Finding> {
  try {
    return good(ID, await work());
  } catch (error) {
    if (!(error instanceof AloudError)) throw error;
    const what = `${error.message || operation} (${error.code})`;
    return bad(ID, what, `${firstLine(error.hint)} See ${pageOf(name)}`);
  }
}

function pageOf(name: string): string {
  return PLATFORM_NAMES.some((known) => known === name) ? `docs/platforms/${name}.md` : 'docs/own-bot.md';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

async function login({ config }: Setup): Promise<string> {
  const [skill] = config?.skills ?? [];
  const options = { ...skill?.platform.values, name: 'voximplant', telemetry: NO_TELEMETRY, now: Date.now };
  const client = createClient(options as VoximplantOptions);
  try {
    await client.login(AbortSignal.timeout(TIMEOUT_MS));
    return 'Voximplant Kit takes account, token and channel';
  } finally {
    await client.close();
  }
}

async function send({ config }: Setup): Promise<string> {
  const [skill] = config?.skills ?? [];
  if (!skill) return '';
  const { name, values, definition } = skill.platform;
  const { title } = definition;
  const platform = definition.create(values, { name, telemetry: NO_TELEMETRY });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const thread = await platform.open({ key: KEY, locale: 'en-US' }, signal);
    const input = platform.greetsFirst ? ({ kind: 'start' } as const) : ({ kind: 'text', text: WORDS } as const);
    const { messages, pending } = await platform.send(thread, input, signal);
    if (messages.length > 0) return `${title} took a message, and its bot answered`;
    return `${title} took a message${pending ? '; what the bot answers comes by webhook' : ', to which its bot said nothing'}`;
  } finally {
    await platform.close();
  }
}
