import { hash } from 'node:crypto';
import type { AnswerEngine, Decision, Offered } from './decision';

/** So many meanings are kept; then all are forgotten. A hash and what it stands for take a tenth of a kilobyte. */
const MOST = 1000;
/** What is longer than so many characters is said once. */
const LONGEST = 40;
/** More than so many characters of an offer are not looked through for that. */
const LONGEST_OFFER = 1000;

/**
 * Keeps what short words mean, as many say the same to the same question: by a hash, and no meaning that holds words, so that
 * nothing that a user has said stays in memory.
 *
 * @param contextOf what else the meaning depends on; `undefined` where there is too much of it
 * @param holdsWords whether a meaning has some of what was said in it
 */
export function ofShortWords<Context, Meaning>(
  mean: (said: string, context: Context) => Meaning,
  contextOf: (context: Context) => string | undefined,
  holdsWords: (meaning: Meaning) => boolean,
): (said: string, context: Context) => Meaning {
  const known = new Map<string, Meaning>();
  return (said, context) => {
    const asked = said.length > LONGEST ? undefined : contextOf(context);
    if (asked === undefined) return mean(said, context);
    const name = hash('sha256', JSON.stringify([said, asked]), 'base64url');
    if (known.has(name)) return known.get(name) as Meaning;
    const meaning = mean(said, context);
    if (holdsWords(meaning)) return meaning;
    if (known.size >= MOST) known.clear();
    known.set(name, meaning);
    return meaning;
  };
}

/** The same engine, which does not decide again what it has decided. */
export function keepingDecisions(engine: AnswerEngine): AnswerEngine {
  const decide = ofShortWords((said, offered: Offered) => engine.decide(offered, said), textOf, hasRest);
  const code = ofShortWords(
    (said, question: string | undefined) => engine.code(said, question),
    (question = '') => short(question),
    (digits) => digits !== undefined,
  );
  return {
    decide: (offered, said) => decide(said, offered),
    code: (said, question) => code(said, question),
    yesNo: engine.yesNo,
    rating: engine.rating,
  };
}

/** All of an offer that a decision depends on. */
function textOf({ question, labels, synonyms, from, to }: Offered): string | undefined {
  return short(JSON.stringify([question, labels, synonyms, from, to]));
}

function short(text: string): string | undefined {
  return text.length > LONGEST_OFFER ? undefined : text;
}

function hasRest(decision: Decision): boolean {
  return decision.kind === 'choose' && decision.rest !== undefined;
}
