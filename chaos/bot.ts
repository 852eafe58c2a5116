import type { Bot, BotReply } from '../simulator/platforms/bot-reply';
import { isOfKind, markerOf, markersIn } from './markers';
import { createRandom, type Random } from './random';
import type { Recorder } from './recorder';

/** What a bot says around a marker. */
const FORMS = [
  (marker: string) => `Noted, ${marker}.`,
  (marker: string) => `**Thank you**, we call it ${marker}.`,
  (marker: string) => `<p>It is on the list as ${marker}.</p>`,
  (marker: string) => `We keep ${marker} for you. Anything else?`,
] as const;
const OPTIONS = ['Monday', 'Friday'].map((title) => ({ title, payload: title.toUpperCase() }));
const SILENT = 0.08;
const PUZZLED = 0.08;
const OFFERS = 0.12;
/** Where the markers begin of what is said again and again. */
const STANDINGS = 5_000_000;

export interface ChaosBot extends Bot {
  /** Who has talked to it. */
  readonly visitors: readonly string[];
  /** The text of a message that an agent writes to a visitor. */
  write(visitor: string): string;
}

/**
 * A bot that answers each utterance with messages that can be told apart from all others, and notes what it heard.
 *
 * @param forgets a fault that is planted: an utterance that never reached it
 */
export function createChaosBot(
  seed: number,
  recorder: Recorder,
  forgets: (marker: string) => boolean = () => false,
): ChaosBot {
  const visitors = new Set<string>();
  const standings = new Map<string, string>();
  let written = 0;

  function mark(kind: 'reply' | 'agent', visitor: string): string {
    const marker = markerOf(kind, written++);
    recorder.add({ kind: 'written', marker, visitor });
    return marker;
  }

  /** Of what a visitor is told in the same words each time. */
  function standing(visitor: string): string {
    const marker = standings.get(visitor) ?? markerOf('reply', STANDINGS + standings.size);
    standings.set(visitor, marker);
    recorder.add({ kind: 'written', marker, visitor });
    return marker;
  }

  function answer(visitor: string, random: Random): BotReply[] {
    if (random.chance(SILENT)) return [];
    if (random.chance(PUZZLED)) return [{ text: `Sorry, I did not get that, ${standing(visitor)}.` }];
    const count = random.weighted({ '1': 6, '2': 3, '3': 1 });
    const replies = Array.from({ length: Number(count) }, () => ({ text: random.pick(FORMS)(mark('reply', visitor)) }));
    if (!random.chance(OFFERS)) return replies;
    // Without a marker: what is asked is said again until it is answered.
    return [...replies, { text: 'Which day would suit you?', options: OPTIONS }];
  }

  return {
    get visitors() {
      return [...visitors];
    },
    reply(visitor, said) {
      visitors.add(visitor);
      const utterances = markersIn(said).filter((marker) => isOfKind('utterance', marker));
      if (utterances.some(forgets)) return [];
      for (const marker of utterances) recorder.add({ kind: 'reached', marker, visitor });
      const [utterance] = utterances;
      if (utterance === undefined) return [{ text: `Hello, ${mark('reply', visitor)}.` }];
      return answer(visitor, createRandom(seed, 'bot', utterance));
    },
    write: (visitor) => `This is the team about ${mark('agent', visitor)}.`,
  };
}
