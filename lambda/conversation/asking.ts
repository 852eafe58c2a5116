import type { Asked, Voice } from './ports/voice';

/** What is said, with what the bot asks as the last of it. */
export interface AskedLast {
  readonly paragraphs: readonly string[];
  /** The sentences that ask, with which the last paragraphs end. */
  readonly asking?: string;
  /** The paragraphs without these sentences. */
  readonly others: readonly string[];
}

/**
 * Moves the bot's question behind everything else that is said, so that the microphone opens where the user is asked: it
 * is moved, not repeated, and nothing else changes its place.
 */
export function askLast(paragraphs: readonly string[], voice: Voice): AskedLast {
  const asks = lastAsked(paragraphs, voice);
  if (!asks) return { paragraphs, others: paragraphs };
  const { at: last, asked } = asks;
  const found = runOf(asked, paragraphs, last, voice);
  const others = [...paragraphs.slice(0, found.first), found.before, found.after, ...paragraphs.slice(last + 1)];
  const heard = others.filter((text) => text !== '');
  const isLast = found.after === '' && last === paragraphs.length - 1;
  if (isLast) return { paragraphs, asking: found.asking, others: heard };
  const asking = ended(found.asking);
  return { paragraphs: [...heard, asking], asking, others: heard };
}

/** What led to a list, once it stands behind it: "Please say the number:" */
function ended(asking: string): string {
  return asking.replace(/\s*[:;,]$/u, '.');
}

/** What stands further from the end, in characters, is not looked at for what it asks: it takes minutes to come to the end. */
const LONGEST_END = 10_000;

/** The last paragraphs, as far as they are looked at for what they ask. */
export function endOf(paragraphs: readonly string[]): readonly string[] {
  let left = LONGEST_END;
  const first = paragraphs.findLastIndex((text) => {
    left -= text.length;
    return left < 0;
  });
  return paragraphs.slice(Math.min(first + 1, Math.max(paragraphs.length - 1, 0)));
}

/** Moves the offer to do more to the end, where nothing is asked; `offer` is that sentence. */
export function offerLast(
  paragraphs: readonly string[],
  voice: Voice,
): { readonly paragraphs: readonly string[]; readonly offer?: string } {
  const at = paragraphs.findLastIndex((text) => voice.offersMore(text) !== undefined);
  const found = voice.offersMore(paragraphs[at] ?? '');
  if (!found) return { paragraphs };
  if (at === paragraphs.length - 1) return { paragraphs, offer: found.asked };
  const before = found.before === '' ? [] : [found.before];
  return { paragraphs: [...paragraphs.toSpliced(at, 1, ...before), found.asked], offer: found.asked };
}

/** So many questions that a text answers itself make it a list of questions and answers. */
const ANSWERED_QUESTIONS = 2;
const HOLDS_QUESTION = /[?？؟]\s/u;
const IS_QUESTION = /[?？؟]/u;

interface Asking {
  readonly at: number;
  readonly asked: Asked;
}

/**
 * The last paragraph that asks anything: among questions that the text answers, not one that has its answer behind it. A
 * request, "Please tell us your name", is none of these.
 */
function lastAsked(paragraphs: readonly string[], voice: Voice): Asking | undefined {
  const last = askedBefore(paragraphs.length, paragraphs, voice);
  if (!last || last.asked.after === '' || !IS_QUESTION.test(last.asked.asked)) return last;
  if (!answersItself(paragraphs, voice)) return last;
  for (let found: Asking | undefined = last; found; found = askedBefore(found.at, paragraphs, voice)) {
    if (found.asked.after === '') return found;
  }
  return undefined;
}

function askedBefore(end: number, paragraphs: readonly string[], voice: Voice): Asking | undefined {
  const first = paragraphs.length - endOf(paragraphs).length;
  for (let at = end - 1; at >= first; at--) {
    const asked = voice.asked(paragraphs[at] ?? '');
    const next = paragraphs[at + 1];
    if (asked && !isAnsweredNext(asked, next, voice) && !leadsOn(asked, next, voice)) return { at, asked };
  }
  return undefined;
}

/** Whether a paragraph ends with a question that the next one answers, as a heading of questions and answers does. */
function isAnsweredNext({ asked, after }: Asked, next: string | undefined, voice: Voice): boolean {
  if (next === undefined || after !== '') return false;
  return voice.asked(next) === undefined && voice.asked(`${asked} ${next}`) === undefined;
}

/** The first of a list that counts. */
const FIRST_ENTRY = /^\p{Nd}{1,2}[.)．）] ?\S/u;

/** Whether what asks leads by a colon to steps or to an address, rather than to what there is to choose: it is not torn from them. */
function leadsOn({ asked, after }: Asked, next: string | undefined, { menu }: Voice): boolean {
  if (next === undefined || after !== '' || !/[:：]\s*$/u.test(asked)) return false;
  if ([...menu.asksForEntry, ...menu.asksToChoose].some((pattern) => pattern.test(asked))) return false;
  return FIRST_ENTRY.test(next) || menu.lists.some((pattern) => pattern.test(asked));
}

function answersItself(paragraphs: readonly string[], voice: Voice): boolean {
  const answered = paragraphs.filter((text) => HOLDS_QUESTION.test(text) && voice.asked(text) === undefined);
  return answered.length >= ANSWERED_QUESTIONS;
}

/** What the end of a text asks. */
export function askedAtEnd(paragraphs: readonly string[], voice: Voice): string | undefined {
  const last = voice.asked(paragraphs.at(-1) ?? '');
  return last?.after === '' ? runOf(last, paragraphs, paragraphs.length - 1, voice).asking : undefined;
}

/** The run of sentences that ask and end in a paragraph, which may begin in one before it. */
function runOf({ asked, before: start, after }: Asked, paragraphs: readonly string[], last: number, voice: Voice) {
  let asking = asked;
  let before = start;
  let first = last;
  while (before === '' && first > 0) {
    const earlier = voice.asked(paragraphs[first - 1] ?? '');
    if (earlier?.after !== '') break;
    first -= 1;
    asking = `${earlier.asked} ${asking}`;
    before = earlier.before;
  }
  return { first, before, asking, after };
}
