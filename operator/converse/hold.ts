import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openingOf } from '../../simulator/echo/invocation';
import type { Routing } from '../../simulator/echo/nlu';
import type { Echo, EchoTurn } from '../../simulator/echo/types';
import type { LoggedRequest } from '../../simulator/platforms/vendor-server';
import { readBotLine } from './bot-lines';
import type { Conversation } from './read';
import { actionOf, type Step } from './schema';
import type { Simulated, Stage } from './stage';

/** What came of a step. */
export interface Happened {
  /** All that is heard as the answer; absent where nothing was answered. */
  readonly heard?: string;
  readonly progress: readonly string[];
  readonly reprompt?: string;
  /** What reached the bot; absent where nobody sees it. */
  readonly sent?: readonly string[];
  /** The last call to the platform in this step. */
  readonly called?: LoggedRequest;
  readonly card?: string;
  readonly askedBack: boolean;
  readonly isOver: boolean;
  /** Milliseconds until the answer. */
  readonly ms?: number;
  /** Why Alexa would refuse the answer. */
  readonly refused?: string;
  /** The status that a webhook was answered, also that of a message of an agent. */
  readonly answered?: number;
  /** Why the step could not be done. */
  readonly impossible?: string;
}

/** Holds a conversation, step by step, and tells what came of each. */
export async function* hold(
  conversation: Conversation,
  stage: Stage,
  { locale, routing }: { readonly locale: string; readonly routing?: Routing },
): AsyncGenerator<Happened> {
  // Every customer is new: what was said before makes no difference.
  const echo = stage.echo(`CONVERSE-${randomUUID()}`, locale, routing);
  const isScripted = conversation.steps.some(({ bot, bots }) => bot || bots);
  const opening = openingOf(stage.models, locale);
  try {
    for (const step of conversation.steps) yield await take(step, { echo, stage, opening, isScripted });
  } finally {
    // What is still to come would reach the next conversation.
    if (echo.state === 'listening') await echo.hear('exit');
    await stage.simulated?.vendor.idle();
  }
}

interface Scene {
  readonly echo: Echo;
  readonly stage: Stage;
  /** How the skill is opened. */
  readonly opening: string;
  readonly isScripted: boolean;
}

async function take(step: Step, scene: Scene): Promise<Happened> {
  const { simulated } = scene.stage;
  const before = simulated?.vendor.requests.at(-1);
  simulated?.bot.expect(scene.isScripted ? repliesOf(step) : undefined);
  const happened = await (step.late && simulated ? lately(simulated, () => act(step, scene)) : act(step, scene));
  const last = simulated?.vendor.requests.at(-1);
  return {
    ...happened,
    ...(simulated && { sent: [...simulated.bot.heard] }),
    ...(last !== before && { called: last }),
    isOver: scene.echo.state === 'idle',
  };
}

function repliesOf({ bot, bots }: Step) {
  const answers = bots ?? (bot ? [bot] : []);
  return answers.map((lines) => lines.map(readBotLine));
}

type Acted = Omit<Happened, 'isOver'>;

const NOTHING: Acted = { progress: [], askedBack: false };

async function act(step: Step, { echo, stage, opening }: Scene): Promise<Acted> {
  const { simulated } = stage;
  const action = actionOf(step);
  switch (action) {
    case 'open':
      return heardOf(await echo.hear(opening));
    case 'say':
      return heardOf(await echo.hear(step.say ?? ''));
    case 'intent':
      return heardOf(await echo.intend(step.intent ?? '', step.slots));
    case 'silence':
      return heardOf(await echo.silence());
    case 'mumble':
      return heardOf(await echo.mumble());
    case 'wait':
      await delay(step.wait);
      return NOTHING;
    case 'session':
      // Twice where there is a reprompt to be heard.
      while (echo.state === 'listening') await echo.silence();
      return NOTHING;
    case 'webhook':
      return { ...NOTHING, answered: await post(stage.webhookUrl, step.webhook) };
    case 'agent': {
      const { name, says } = typeof step.agent === 'string' ? { name: 'Rosa', says: step.agent } : (step.agent ?? {});
      return simulated ? written(await simulated.desk.agent(says ?? '', name ?? 'Rosa')) : OUR_SIMULATOR_ONLY;
    }
    case 'broadcast':
      return simulated ? written(await simulated.desk.broadcast(step.broadcast ?? '')) : OUR_SIMULATOR_ONLY;
    case 'fault':
      if (!simulated || step.fault === undefined) return OUR_SIMULATOR_ONLY;
      simulated.vendor.behaviour.faults.send.push(step.fault);
      return NOTHING;
  }
}

const OUR_SIMULATOR_ONLY: Acted = { ...NOTHING, impossible: 'only the simulated bot can do that' };

function written(status: number | undefined): Acted {
  return status === undefined
    ? { ...NOTHING, impossible: 'the platform does not know the customer yet, or has nothing of the kind' }
    : { ...NOTHING, answered: status };
}

function heardOf(result: Awaited<ReturnType<Echo['silence']>>): Acted {
  if (!result) return NOTHING;
  if (!('said' in result)) return { ...NOTHING, heard: result.reprompt };
  const { progress, speech, reprompt, verdict, understood, ms, request } = result;
  return {
    progress,
    // Alexa does not play what is answered to the end of a session.
    ...(request?.request.type !== 'SessionEndedRequest' && { heard: speech, ms }),
    ...(reprompt !== undefined && { reprompt }),
    ...cardOf(result),
    ...(verdict && { refused: `${verdict.type}: ${verdict.message}` }),
    askedBack: understood?.answer.startsWith('asked') ?? false,
  };
}

function cardOf({ response, verdict }: EchoTurn): Pick<Acted, 'card'> {
  const card = verdict ? undefined : response?.response.card;
  if (!card) return {};
  if (card.type === 'Simple') return { card: `${card.title}\n${card.content}` };
  if (card.type === 'Standard') return { card: `${card.title}\n${card.text}` };
  return { card: card.type };
}

async function post(url: string, body: unknown): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  return answer.status;
}

/** The milliseconds by which a late answer misses a turn. */
const MISSED_BY = 100;
const LOOK_MS = 20;

/** The bot's answers miss the turn, and have come when this is over. */
async function lately({ vendor, budgetMs }: Simulated, work: () => Promise<Acted>): Promise<Acted> {
  const slow = vendor.environment.ALOUD_PLATFORM === 'botdistrikt' ? vendor.behaviour : vendor.deliveries;
  const usual = { ...slow };
  Object.assign(slow, { delayMs: budgetMs + MISSED_BY, replyMs: budgetMs + MISSED_BY });
  const happened = await work();
  while (vendor.waiting > 0) await delay(LOOK_MS);
  await vendor.idle();
  Object.assign(slow, { delayMs: 0, replyMs: 0, ...usual });
  return happened;
}
