import type { Business } from '../../../lambda/business/words';
import { languageOf } from '../../../lambda/business/words';
import { type Models, modelOf } from '../../../simulator/echo/models';
import { heardSpeech } from '../../../simulator/echo/speech';
import type { Echo, EchoTurn } from '../../../simulator/echo/types';
import { tryForgeries } from '../security/try-forgeries';
import type { Talk } from '../subject';
import type { Conversation, Exchange } from './conversation';
import { type Depth, planOf, type Script, type Step } from './plan';
import type { Talker } from './talker';
import { talkWords } from './words';

export interface HoldOptions {
  readonly models: Models;
  readonly business: Business;
  readonly locales: readonly string[];
  /** The example phrases of the store, by locale. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** Told before each conversation. */
  readonly onProgress?: (text: string) => void;
}

/** Holds every conversation that rules look at, one after the other. */
export async function holdTalk(talker: Talker, options: HoldOptions): Promise<Talk> {
  const { models, business, locales, phrases, onProgress } = options;
  const conversations: Conversation[] = [];
  const heard = new Set<string>();
  for (const locale of locales) {
    const language = languageOf(locale);
    const depth = depthOf(talker, heard.has(language));
    heard.add(language);
    const { hints } = business(locale);
    const words = talkWords(locale, modelOf(models, locale), { hints, phrases: phrases.get(locale) ?? [] });
    const plan = depth === undefined ? [] : planOf(words, depth);
    for (const [index, script] of plan.entries()) {
      onProgress?.(`Talking with the skill in ${locale}, ${index + 1} of ${plan.length}: ${script.about}`);
      conversations.push(await hold(talker, locale, script));
    }
  }
  onProgress?.('Trying requests that are not of Alexa');
  return {
    bot: talker.bot,
    conversations,
    hints: locales.flatMap((locale) => business(locale).hints.map((hint) => ({ locale, hint }))),
    refusals: await tryForgeries(await talker.door(), locales[0] ?? 'en-US'),
  };
}

/** To somebody's own bot a further region of a language is nothing new. */
function depthOf({ bot }: Talker, isKnown: boolean): Depth | undefined {
  if (bot === 'own') return isKnown ? undefined : 'sparing';
  return isKnown ? 'brief' : 'thorough';
}

/** One conversation, with an Echo of its own. */
export async function hold(
  talker: Talker,
  locale: string,
  { about, hasScreen = false, steps }: Script,
): Promise<Conversation> {
  const echo = await talker.echo({ locale, hasScreen });
  const exchanges: Exchange[] = [];
  for (const step of steps) {
    const exchange = await take(talker, echo, locale, step);
    if (exchange) exchanges.push(exchange);
  }
  return { locale, about, hasScreen, exchanges };
}

async function take(talker: Talker, echo: Echo, locale: string, { act, words }: Step): Promise<Exchange | undefined> {
  switch (act) {
    case 'silence':
      return beSilent(echo);
    case 'nonsense':
      return told(act, '', await echo.mumble());
    case 'outage': {
      talker.fail?.(locale, true);
      const turn = await echo.hear(words ?? '');
      talker.fail?.(locale, false);
      return told(act, words ?? '', turn);
    }
    default: {
      const said = words ?? (await talker.offered(locale))[0];
      return said === undefined || said === '' ? undefined : told(act, said, await echo.hear(said));
    }
  }
}

/** The reprompt is heard, and then the session is over. */
async function beSilent(echo: Echo): Promise<Exchange | undefined> {
  const first = await echo.silence();
  if (!first || !('reprompt' in first) || 'said' in first) return undefined;
  const { reprompt = '' } = first;
  const end = await echo.silence();
  const verdict = end && 'said' in end ? end.verdict : undefined;
  return { act: 'silence', said: '', heard: reprompt, isOpen: echo.state === 'listening', verdict };
}

function told(act: Exchange['act'], said: string, turn: EchoTurn | undefined): Exchange | undefined {
  if (!turn?.request) return undefined;
  const { progress, verdict, response, reprompt } = turn;
  // Also where Alexa would say something else in its place.
  const speech = heardSpeech(response?.response?.outputSpeech);
  return {
    ...{ act, said, verdict, response },
    heard: [...progress, speech].join(' ').trim(),
    reprompt,
    isOpen: response?.response?.shouldEndSession === false,
  };
}
