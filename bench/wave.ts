import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pki } from '../simulator/pki';
import type { Child, Memory } from './child';
import { startPace, type Turn } from './pace';
import { atMost, type Line, signTurn } from './traffic';

/** How long the other users have the server for themselves first, in milliseconds. */
const ALONE_MS = 5000;
/** Each waits for a second whether more comes. */
const CHECKS_AT_A_TIME = 400;

export interface Setup {
  readonly pki: Pki;
  readonly ours: Child;
  readonly thinker: Child;
  readonly directives: Child;
  readonly line: Line;
  readonly users: readonly string[];
  /** How long it takes until all have asked, in milliseconds. */
  readonly arrivalMs: number;
}

/** All users ask something that the bot thinks about for long, are told so, and ask again once it has answered. */
export interface Wave {
  readonly waitedAtOnce: number;
  /** How long each answer took, in milliseconds. */
  readonly answers: readonly number[];
  readonly heard: { readonly once: number; readonly lost: number; readonly again: number };
  readonly memory: {
    readonly before: Memory;
    readonly during: Memory;
    readonly answered: Memory;
    readonly after: Memory;
  };
  /** The server's CPU time, as a share of one core. */
  readonly load: { readonly alone: number; readonly during: number };
  /** What other programs took of the machine from the first request to the last answer, as a share of one core. */
  readonly elsewhere: number;
  /** What a turn that waits costs the server's CPU from its request to its answer, in milliseconds. */
  readonly cpuPerTurn: number;
  /** Turns of other users. */
  readonly others: {
    readonly alone: readonly Turn[];
    readonly during: readonly Turn[];
    readonly around: readonly Turn[];
  };
}

export async function runWave(setup: Setup, wave: number): Promise<Wave> {
  const { pki, ours, thinker, users } = setup;
  const asked = Number(await thinker.ask('thoughts')) + users.length;
  const before = await ours.memory();

  const pace = startPace(pki, ours.url);
  const alone = await span(ours, () => delay(ALONE_MS));
  const asking = await mark(ours);
  const elsewhereBefore = await elsewhereMs(setup);
  const { answers, first, last } = askAll(setup, wave);
  while (Number(await thinker.ask('thoughts')) < asked) await Promise.race([delay(20), last]);
  const waitedAtOnce = users.length - answers.length;
  const during = await ours.memory();
  const amid = await span(ours, () => first);
  await last;
  const whole = since(asking, await mark(ours));
  const elsewhere = ((await elsewhereMs(setup)) - elsewhereBefore) / (whole.to - whole.from);
  const turns = await pace.stop();
  const answered = await ours.memory();

  await thinker.ask('idle');
  const heard = await hearAll(setup, wave);
  const after = await ours.memory();

  const othersAlone = turns.filter((turn) => isWithin(turn, alone));
  const othersAmid = turns.filter((turn) => isWithin(turn, amid));
  const around = turns.filter((turn) => !othersAlone.includes(turn) && !othersAmid.includes(turn));
  const ms = whole.to - whole.from;
  return {
    waitedAtOnce,
    answers,
    heard,
    memory: { before, during, answered, after },
    load: { alone: alone.load, during: amid.load },
    elsewhere,
    cpuPerTurn: ((whole.load - alone.load) * ms) / users.length,
    others: { alone: othersAlone, during: othersAmid, around },
  };
}

interface Asking {
  /** How long those took that were answered so far. */
  readonly answers: readonly number[];
  readonly first: Promise<unknown>;
  readonly last: Promise<unknown>;
}

function askAll({ pki, line, users, arrivalMs }: Setup, wave: number): Asking {
  const answers: number[] = [];
  const all = users.map(async (user, index) => {
    await delay((index * arrivalMs) / users.length);
    // Signed only now: how old a request is tells the server how long it waited.
    answers.push((await line.post(signTurn(pki, user, questionOf(user, wave)))).ms);
  });
  return { answers, first: Promise.race(all), last: Promise.all(all) };
}

/** Everybody asks twice whether there is something new: the answer must come the first time. */
async function hearAll({ pki, line, users }: Setup, wave: number): Promise<Wave['heard']> {
  const heard = { once: 0, lost: 0, again: 0 };
  await atMost(users, CHECKS_AT_A_TIME, async (user) => {
    const first = await hear(line, pki, user);
    const all = [...first, ...(await hear(line, pki, user))];
    if (first[0] !== questionOf(user, wave)) heard.lost++;
    else if (all.length > 1) heard.again++;
    else heard.once++;
  });
  return heard;
}

/** The bot repeats it in its answer. */
function questionOf(user: string, wave: number): string {
  return `think about ${user} in wave ${wave}`;
}

/** Which questions are answered when a user looks again. */
async function hear(line: Line, pki: Pki, user: string): Promise<string[]> {
  const { text } = await line.post(signTurn(pki, user, 'check'));
  const { response } = JSON.parse(text) as { response: { outputSpeech?: { ssml?: string } } };
  // "U1000" is marked as a code, to be spelled.
  const words = response.outputSpeech?.ssml?.replaceAll(/<[^>]+>/g, '');
  return words?.match(/think about U\d+ in wave \d+/g) ?? [];
}

/** The time, and the CPU time that the server has used so far, in milliseconds. */
interface Mark {
  readonly at: number;
  readonly cpu: number;
}

interface Period {
  readonly from: number;
  readonly to: number;
  /** The server's CPU time in it, as a share of one core. */
  readonly load: number;
}

async function mark(server: Child): Promise<Mark> {
  return { at: performance.now(), cpu: (await server.cpu()) / 1000 };
}

function since(start: Mark, end: Mark): Period {
  return { from: start.at, to: end.at, load: (end.cpu - start.cpu) / (end.at - start.at) };
}

async function span(server: Child, work: () => Promise<unknown>): Promise<Period> {
  const start = await mark(server);
  await work();
  return since(start, await mark(server));
}

/** CPU time of the whole machine so far, without ours, in milliseconds. */
async function elsewhereMs({ ours, thinker, directives }: Setup): Promise<number> {
  const all = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  const { user, system } = process.cpuUsage();
  const children = await Promise.all([ours, thinker, directives].map((child) => child.cpu()));
  return all - children.reduce((sum, used) => sum + used, user + system) / 1000;
}

function isWithin({ from, to }: Turn, period: Period): boolean {
  return from >= period.from && to <= period.to;
}
