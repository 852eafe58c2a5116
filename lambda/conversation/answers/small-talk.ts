import { phraseAt } from './automaton';
import { type Heard, is } from './heard';
import { CLASS } from './lexicon';
import type { Phrases } from './phrases';
import type { Sense } from './senses';
import { wordAt } from './word-at';

/**
 * Whether an answer to a question of ours is nothing but yes or no, in however many words. What else it holds, be it as
 * small as what is said around an option, is a wish: "I would like to book an appointment" must reach the bot.
 */
export function isNoMore(heard: Heard, phrases: Phrases<Sense>, known: ReadonlySet<string>): boolean {
  for (let at = 0; at < heard.texts.length; ) {
    const found = phraseAt(phrases, heard.texts, at);
    if (!found && !isSmallTalk(heard, at, known)) return false;
    at = found?.to ?? at + 1;
  }
  return true;
}

/** What adds nothing to a yes or no. */
const SMALL_TALK =
  CLASS.light |
  CLASS.courtesies |
  CLASS.hesitations |
  CLASS.corrections |
  CLASS.negators |
  CLASS.boundaries |
  CLASS.subjects |
  CLASS.approvals |
  CLASS.being;

/** A word that says nothing new: "people" in "four people" too, where four were asked about. */
export function isSmallTalk(heard: Heard, token: number, known: ReadonlySet<string>): boolean {
  const isKnown = (at: number) => known.has(wordAt(heard.stems, at));
  return is(heard, token, SMALL_TALK) || isKnown(token) || (is(heard, token, CLASS.nouns) && isKnown(token - 1));
}
