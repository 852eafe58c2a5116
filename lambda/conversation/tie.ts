import type { AnswerEngine, Decision, Offered, Rule } from './answers/decision';
import type { Offer } from './conversation';

/** Longer answers tell something: "I saw Anna when I was last there". */
const MOST_WORDS = 6;
/** With so many words at most an answer ends that tells which: "Carl I think". */
const LONGEST_NAME = 3;

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
  if (ofTied.kind === 'choose') return ofTied;
  const other = refused(offered, text, answers);
  if (other) return other;
  if (ofTied.kind !== 'words' && ofTied.kind !== 'confirm') return ofTied;
  return ofAll.kind === 'words' ? (described(tied, text, answers) ?? ofTied) : ofAll;
}

/** "no, tomato", "neither, give me the tomato soup": another option behind a word that refuses those that were asked about. */
function refused(offered: Offered, text: string, answers: AnswerEngine): Decision | undefined {
  const [first = '', ...rest] = text.split(' ');
  const refuses = answers.yesNo(first, 'confirmation') === 'no' || answers.decide(offered, first).kind === 'none';
  if (!refuses || rest.length === 0) return undefined;
  const other = answers.decide(offered, rest.join(' '));
  return other.kind === 'choose' && other.rule !== 'sound' && other.index >= offered.to ? other : undefined;
}

/** "the lady, Anna": words that tell nothing of the options, and at the end the one that does. */
function described(tied: Offered, text: string, answers: AnswerEngine): Decision | undefined {
  const words = text.split(' ');
  if (words.length > MOST_WORDS) return undefined;
  // The question holds them, so that they are no wish; what refuses an option or asks about it still does.
  const whole = answers.decide({ ...tied, question: [tied.question, text].join(' ') }, text);
  if (whole.kind !== 'choose') return undefined;
  const isNamed = (from: number) => {
    const named = answers.decide(tied, words.slice(from).join(' '));
    return named.kind === 'choose' && NAMES.has(named.rule) && named.index === whole.index;
  };
  const ends = words.map((_, from) => from).slice(-LONGEST_NAME);
  return ends.some(isNamed) ? whole : undefined;
}

/** How an option is named, and not only pointed at or agreed to. */
const NAMES: ReadonlySet<Rule> = new Set(['exact', 'label', 'part', 'synonym', 'number', 'time']);
