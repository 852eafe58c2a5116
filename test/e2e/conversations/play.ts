import { setTimeout as delay } from 'node:timers/promises';
import en from '../../../lambda/languages/en/phrases.json';
import type { Echo } from '../../../simulator/echo/types';
import type { Bot, BotReply } from '../../../simulator/platforms/bot-reply';
import type { LoggedRequest } from '../../../simulator/platforms/vendor-server';
import type { Stage } from '../stage';
import { type Dialogue, END, type Sent, type Turn } from './dialogue';

/** A bot that says what a dialogue has it say, and remembers what it heard. */
export interface ScriptedBot extends Bot {
  /** From now on these answers are due, one list for each thing it hears. */
  expect(replies: readonly (readonly BotReply[])[]): void;
  /** What it heard since then. */
  readonly heard: readonly string[];
  /** Who it heard last, by the vendor's id. */
  readonly user: string;
}

export function createScriptedBot(): ScriptedBot {
  let due: readonly (readonly BotReply[])[] = [];
  let heard: string[] = [];
  let user = '';
  return {
    expect(replies) {
      due = replies;
      heard = [];
    },
    get heard() {
      return heard;
    },
    get user() {
      return user;
    },
    reply(from, said) {
      user = from;
      heard.push(said);
      return due[heard.length - 1] ?? [];
    },
  };
}

/** Where a dialogue is held. `budgetMs`: within this time a turn is answered, in milliseconds. */
export interface Scene {
  readonly stage: Stage;
  readonly budgetMs: number;
}

/** A dialogue as it went, in the lines in which it is written, without what the bot said. */
export type Lines = readonly string[];

/** A dialogue as it should go. */
export function expected({ turns }: Dialogue): Lines {
  return turns.flatMap((turn) =>
    linesOf(
      turn,
      turn.exchanges.map(({ hears }) => hears),
      turn.sent.map(written),
      turn.echo,
      turn.ends,
    ),
  );
}

/** Holds a dialogue. What is heard as written is given as it is written there. */
export async function play(
  { turns }: Dialogue,
  echo: Echo,
  bot: ScriptedBot,
  { stage, budgetMs }: Scene,
): Promise<Lines> {
  bot.expect([[{ text: 'Welcome.' }]]);
  await echo.hear('Alexa, open chat companion');
  await stage.vendor.idle();
  const lines: string[] = [];
  for (const turn of turns) {
    bot.expect(turn.exchanges.map(({ replies }) => replies));
    const before = stage.vendor.requests.at(-1);
    const heard = await take(turn, echo, { stage, budgetMs });
    const last = stage.vendor.requests.at(-1);
    const sent = turn.sent.map((expected) => (last === before ? '(nothing)' : asSent(expected, last)));
    const reached = bot.heard.map((words, index) => asWritten(words, turn.exchanges[index]?.hears));
    if (turn.agent) await stage.vendor.agentSays(bot.user, turn.agent, { id: 7, name: 'Rosa' });
    lines.push(...linesOf(turn, reached, sent, asWritten(heard, turn.echo), echo.state === 'idle'));
  }
  if (echo.state === 'listening') await echo.hear('exit');
  return lines;
}

/** The milliseconds by which a late answer misses a turn. */
const MISSED_BY = 100;

/** What is heard in a turn. A response that Alexa would refuse is a fault of ours. */
async function take({ you, late }: Turn, echo: Echo, { stage: { vendor }, budgetMs }: Scene): Promise<string> {
  const slow = vendor.environment.ALOUD_PLATFORM === 'botdistrikt' ? vendor.behaviour : vendor.deliveries;
  const usual = { ...slow };
  if (late) Object.assign(slow, { delayMs: budgetMs + MISSED_BY, replyMs: budgetMs + MISSED_BY });
  const turn = await (you === '(silence)' ? echo.silence() : you === '(mumbling)' ? echo.mumble() : echo.hear(you));
  if (late) {
    while (vendor.waiting > 0) await delay(20);
    await vendor.idle();
    Object.assign(slow, { delayMs: 0, replyMs: 0, ...usual });
  }
  if (!turn) return '(nothing)';
  if (!('speech' in turn)) return turn.reprompt;
  return turn.verdict ? `(refused: ${turn.verdict.message})` : turn.speech;
}

function linesOf(
  { you }: Turn,
  hears: readonly string[],
  sent: readonly string[],
  echo: string,
  ends: boolean,
): string[] {
  return [
    `you: ${you}`,
    ...hears.map((words) => `bot hears: ${words}`),
    ...sent.map((what) => `platform gets: ${what}`),
    `echo: ${echo}`,
    ...(ends ? [END] : []),
  ];
}

function written({ call, body }: Pick<Sent, 'call' | 'body'>): string {
  return `${call} ${JSON.stringify(body)}`;
}

/** What was sent, of which only what is expected matters, so far as it is so. */
function asSent(expected: Sent, request: LoggedRequest | undefined): string {
  const sent = { call: request?.operation ?? '', body: JSON.parse(request?.body ?? '{}') as object };
  return sent.call === expected.call && holds(sent.body, expected.body) ? written(expected) : written(sent);
}

function holds(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null || typeof value !== 'object' || value === null) return value === part;
  return Object.entries(part).every(([name, member]) => holds((value as Record<string, unknown>)[name], member));
}

function asWritten(heard: string, written = ''): string {
  return patternOf(written).test(heard) ? written : heard;
}

/** Words of ours vary: `{anything-else}` is any of the wordings of that question, `{goodbye}` of that phrase. */
function patternOf(written: string): RegExp {
  const source = written.split(/(\{[\w.-]+\}|…)/).map((part) => {
    if (part === '…') return '.*';
    const [, key] = /^\{(.+)\}$/.exec(part) ?? [];
    return key === undefined ? escaped(part) : `(?:${wordingsOf(key).join('|')})`;
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&');
}

function wordingsOf(key: string): string[] {
  const [group = '', name] = key.split('.');
  const words: Readonly<Record<string, unknown>> = en;
  const questions: Readonly<Record<string, unknown>> = en.question;
  const grouped = words[group] as Readonly<Record<string, unknown>> | undefined;
  const wordings = name === undefined ? (questions[group] ?? words[group]) : grouped?.[name];
  if (!Array.isArray(wordings)) throw new Error(`There are no words for {${key}}`);
  return wordings.map((wording: string) =>
    wording
      .split(/\{\{\w+\}\}/)
      .map(escaped)
      .join('.+'),
  );
}
