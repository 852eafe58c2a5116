import type { Unread } from '../store/store';
import type { Choice, Message, Prompt, Sender } from './message';
import { PAGE_COST } from './paging';
import type { Introduction, Voice } from './voice';

/** What there is to say besides words of our own. */
export interface ToRead {
  /** Spoken in an earlier reply, and perhaps not heard. */
  readonly missed: readonly string[];
  /** In the inbox since before this turn. */
  readonly late: readonly Unread[];
  /** What late messages of the bot are: answers to an earlier question, or more of its own accord; or neither. */
  readonly lateAs?: 'late' | 'more';
  /** Came in this turn. */
  readonly fresh: readonly Unread[];
  readonly inline: readonly Message[];
  /** What came in this turn may answer something older. */
  readonly unsure: boolean;
}

/** What is read out of it now. */
export interface Reading {
  readonly paragraphs: readonly string[];
  /** The messages in it, oldest first. */
  readonly messages: readonly Message[];
  readonly choices: readonly Choice[];
  readonly prompt?: Prompt;
  /** The inbox items in it. */
  readonly taken: readonly string[];
  /** Others wait in the inbox. */
  readonly more: boolean;
}

/**
 * Puts in order what is to be heard: what was missed, what came late, what answers now; each with a word on what it is
 * and who says it. Late messages are read as long as a listener can follow; the others stay in the inbox, and with them
 * what came there after. What came inline is nowhere else, so it is always read.
 */
export function readOut(
  { missed, late, lateAs, fresh, inline, unsure }: ToRead,
  voice: Voice,
  locale: string,
): Reading {
  const paragraphs: string[] = [];
  const messages: Message[] = [];
  const taken: string[] = [];
  let cost = 0;
  let speaking = '';

  const say = (texts: readonly string[], introduction: Introduction | undefined, speaker: string) => {
    const introduced = speaker === speaking || !introduction ? [] : [voice.introduce(introduction, locale)];
    speaking = speaker;
    paragraphs.push(...introduced, ...texts);
    cost += texts.reduce((sum, text) => sum + voice.cost(text), 0);
  };
  const tell = (message: Message, bot: Introduction['kind'] | undefined) => {
    messages.push(message);
    const texts = voice.paragraphs(message, locale);
    if (texts.length > 0) say(texts, introductionOf(message.from, bot), speakerOf(message.from, bot));
  };

  if (missed.length > 0) say(missed, { kind: 'again' }, 'missed');
  let more = false;
  for (const { ref, item } of late) {
    if (cost > PAGE_COST) {
      more = true;
      break;
    }
    taken.push(ref);
    if (item.kind === 'message') tell(item.message, lateAs);
  }

  const before = messages.length;
  const ours = unsure ? 'unsure' : paragraphs.length > 0 ? 'now' : undefined;
  for (const message of inline) tell(message, ours);
  for (const { ref, item } of more ? [] : fresh) {
    taken.push(ref);
    if (item.kind === 'message') tell(item.message, ours);
  }
  const answers = messages.slice(before);
  const offering = answers.some((message) => choicesOf(message).length > 0) ? answers : messages;
  const last = messages.at(-1)?.prompt;
  return {
    paragraphs,
    messages,
    choices: offering.flatMap(choicesOf),
    prompt: last?.kind === 'script' ? undefined : last,
    taken,
    more,
  };
}

function introductionOf(from: Sender, bot: Introduction['kind'] | undefined): Introduction | undefined {
  if (from.kind !== 'bot') return { kind: 'from', sender: from };
  return bot && bot !== 'from' ? { kind: bot } : undefined;
}

function speakerOf({ kind, id = '', name = '' }: Sender, bot = ''): string {
  return kind === 'bot' ? `bot ${bot}` : `${kind} ${id} ${name}`;
}

function choicesOf(message: Message): readonly Choice[] {
  return [...message.choices, ...message.cards.flatMap((card) => card.choices)];
}
