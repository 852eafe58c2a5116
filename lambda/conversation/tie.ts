import type { AnswerEngine, Decision, Offered } from './answers/decision';
import type { Offer } from './conversation';

/** Longer answers tell something: "I saw Anna when I was last there". */
const MOST_WORDS = 4;

/**
 * What words mean where only some of the options were asked about, the first of the offer: those first, then all. Only the
 * name of another option in full comes before them.
 */
export function decideTie(
  { labels, synonyms, from, to }: Offer,
  question: string | undefined,
  text: string,
  answers: AnswerEngine,
): Decision {
  const offered = { labels, synonyms, from, to, question };
  const tied = { ...offered, labels: labels.slice(from, to), synonyms: synonyms?.slice(from, to) };
  const ofAll = answers.decide(offered, text);
  if (ofAll.kind === 'choose' && ofAll.rule === 'exact') return ofAll;
  const ofTied = answers.decide(tied, text);
  if (ofTied.kind !== 'words' && ofTied.kind !== 'confirm') return ofTied;
  return ofAll.kind === 'words' ? (described(tied, text, answers) ?? ofTied) : ofAll;
}

/** "the lady, Anna": words that tell nothing of the options, and at the end the one that does. */
function described(tied: Offered, text: string, answers: AnswerEngine): Decision | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length > MOST_WORDS) return undefined;
  const named = answers.decide(tied, words.at(-1) ?? '');
  if (named.kind !== 'choose' || named.rule === 'sound' || named.rule === 'yes-no') return undefined;
  // The question holds them, so that they are no wish; what refuses the option or asks about it still does.
  const whole = answers.decide({ ...tied, question: [tied.question, text].filter(Boolean).join(' ') }, text);
  return whole.kind === 'choose' && whole.index === named.index ? whole : undefined;
}
