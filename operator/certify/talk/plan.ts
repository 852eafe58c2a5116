import type { Act } from './conversation';
import type { TalkWords } from './words';

/** One thing to do before the Echo. */
export interface Step {
  readonly act: Act;
  /** Absent: what the bot offers first, or nothing where it offers nothing. */
  readonly words?: string;
}

export interface Script {
  readonly about: string;
  readonly hasScreen?: boolean;
  readonly steps: readonly Step[];
}

/**
 * `thorough`: everything, as the bot costs nothing. `brief`: what a further region of a language needs. `sparing`: what is worth
 * a message to somebody's own bot.
 */
export type Depth = 'thorough' | 'brief' | 'sparing';

const MOST_TOPICS = { thorough: 12, brief: 0, sparing: 6 } as const;

/** The conversations of a locale. */
export function planOf(words: TalkWords, depth: Depth): readonly Script[] {
  const open: Step = { act: 'launch', words: words.open };
  const say = (text: string | undefined): Step => ({ act: 'words', words: text });
  const help: Step = { act: 'help', words: words.help };
  const nonsense: Step = { act: 'nonsense', words: '' };
  const offer: Step = { act: 'words' };
  const [topic] = words.topics;
  const leaving = (act: 'stop' | 'cancel' | 'home'): Step => ({ act, words: words[act] });
  const stop = leaving('stop');

  const states: readonly (readonly [where: string, steps: readonly Step[]])[] = [
    ['once it is open', [open]],
    ['behind the help', [open, help]],
    ['behind an answer', [open, say(topic)]],
    ['while the bot offers something', [open, offer]],
    ['in the midst of what the bot offers', [open, offer, offer]],
    ['behind what was not understood', [open, nonsense]],
    ['while it asks whether to forget the user', [open, say(words.forget)]],
    ['behind the notifications', [open, say(words.notify)]],
  ];
  const [atFirst] = states;
  const stops = (depth === 'thorough' ? states : states.slice(0, depth === 'brief' ? 1 : 2)).map(([where, steps]) => ({
    about: `stop, ${where}`,
    steps: [...steps, stop],
  }));
  const others = (['cancel', 'home'] as const).flatMap((act) =>
    (depth === 'thorough' ? states.slice(0, 4) : atFirst ? [atFirst] : []).map(([where, steps]) => ({
      about: `${act}, ${where}`,
      steps: [...steps, leaving(act), stop],
    })),
  );
  const topics = {
    about: 'what people ask about',
    steps: [open, ...words.topics.slice(0, MOST_TOPICS[depth]).map(say), stop],
  };
  const base: readonly Script[] = [
    ...stops,
    ...others,
    { about: 'Alexa ends it', steps: [open, { act: 'exit', words: 'exit' }] },
    { about: 'nothing is said', steps: [open, { act: 'silence', words: '' }] },
    { about: 'what is not understood', steps: [open, nonsense, nonsense, stop] },
    ...words.oneShots.map((phrase) => ({
      about: `in one breath: ${phrase}`,
      steps: [{ act: 'one-shot', words: phrase } as const, stop],
    })),
  ];
  if (depth === 'brief') return base;
  return [
    ...base,
    topics,
    { about: 'the last answer again', steps: [open, say(topic), say(words.repeat), stop] },
    { about: 'with a screen', hasScreen: true, steps: [open, help, say(topic), stop] },
    ...(depth === 'thorough'
      ? [{ about: 'the bot does not answer', steps: [open, { act: 'outage', words: topic } as const, stop] }]
      : []),
  ];
}
