import { randomUUID } from 'node:crypto';
import { anyText, type Setting } from '../../config/setting';
import type { Choice } from '../../conversation/message';
import type { Platform, PlatformInput } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import type { AdapterDeps, PlatformDefinition } from '../definition';
import { isObject, member } from '../shared/json';
import { guestOf } from '../shared/people';
import { createClient, type Values } from './client';
import { type Description, VARIABLE, variablesOf } from './description';
import { findText, readContents } from './reply';
import { createReceiver } from './webhook';

/** The definition of a bot that is one HTTP call, as a file describes it. */
export function plainBot(description: Description, file: string): PlatformDefinition {
  const settings = variablesOf(description).map((name): [string, Setting] => [
    name,
    {
      name,
      schema: anyText,
      doc: `A setting of the bot: ${file} has it as \`\${${name}}\`.`,
      required: true,
      secret: true,
    },
  ]);
  return {
    title: description.title,
    settings: Object.fromEntries(settings),
    create: (values, deps) => createPlain(withSettings(description, values), deps),
  };
}

/** A thread is `{ user, locale, conversation }`: our key, and the id of the conversation, ours until the bot gives another. */
function createPlain(description: Description, deps: AdapterDeps): Platform {
  const { now = Date.now, name } = deps;
  const { opening, reply, webhook, limits } = description;
  const client = createClient(description, deps);
  const asked = JSON.stringify(description.request).includes('{{conversationId}}');
  const { messagesPerMinute, oneAtATime } = limits;

  return {
    name,
    ...(!webhook && { inline: true }),
    // Without a word for it, and without a conversation that could be another, a bot is told in words.
    ...(opening === undefined && !asked && { startsOverBy: {} }),
    ...(messagesPerMinute !== undefined && { paceMs: 60_000 / messagesPerMinute }),
    ...(oneAtATime && { oneAtATime }),
    open: async ({ key, locale }) => ({ user: key, locale, conversation: randomUUID() }),
    async send(thread, input, signal) {
      const { user, locale, conversation } = thread;
      if (typeof user !== 'string' || typeof conversation !== 'string') {
        throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: unreadable thread`);
      }
      const begun = input.kind === 'start' ? { ...thread, conversation: randomUUID() } : thread;
      if (input.kind === 'start' && opening === undefined) return { thread: begun, messages: [], pending: false };
      const { first, last } = guestOf(user);
      const values: Values = {
        ...{
          text: wordsOf(input, opening ?? ''),
          userId: user,
          conversationId: String(begun.conversation),
          messageId: randomUUID(),
        },
        ...{ locale: String(locale ?? ''), name: `${first} ${last}` },
      };
      const answer = await client.say(values, 'send', signal);
      const sentAt = now();
      const messages = readContents(answer, reply).map((content, index) => ({
        ...{ id: `${values.messageId}.${index}`, from: { kind: 'bot' as const }, ...content, sentAt },
      }));
      const given = findText(answer, reply.conversation);
      const next = given === undefined || given === begun.conversation ? begun : { ...begun, conversation: given };
      return { thread: next, messages, pending: webhook !== undefined && messages.length === 0 };
    },
    receive: createReceiver(webhook, now),
    close: client.close,
  };
}

/** What the bot is told. */
function wordsOf(input: PlatformInput, opening: string): string {
  switch (input.kind) {
    case 'start':
      return opening;
    case 'choice':
      return toldBy(input.choice);
    case 'text':
    case 'answer':
      return input.text;
  }
}

function toldBy({ label, option }: Choice): string {
  const values = [option].flat().map((one) => (isObject(one) ? member(one, 'value') : undefined));
  return values.filter((value) => typeof value === 'string').join(', ') || label;
}

/** A description with its settings in it. They are put into texts that were parsed, so nothing in them changes its form. */
function withSettings(description: Description, values: Readonly<Record<string, unknown>>): Description {
  const put = (node: unknown): unknown => {
    if (typeof node === 'string') return node.replace(VARIABLE, (_all, name: string) => String(values[name] ?? ''));
    if (Array.isArray(node)) return node.map(put);
    return isObject(node) ? Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, put(inner)])) : node;
  };
  const { request, webhook } = description;
  const filled = put({ request, webhook }) as Pick<Description, 'request' | 'webhook'>;
  const url = filled.request.url;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    const [name = 'request.url'] = [...request.url.matchAll(VARIABLE)].map(([, variable = '']) => variable);
    throw new AloudError('ALOUD_CONFIG_INVALID', `${name} must be an http:// or https:// URL, without a space`);
  }
  return { ...description, ...filled };
}
