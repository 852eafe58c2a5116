import type { Decision } from './decision';
import type { Evidence, Hit } from './evidence';
import type { Heard } from './heard';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';

/**
 * Where a word that several options begin with is said of more than one, "my student loans" of Student loan and Student
 * loan extension, they are meant alike: which of them is asked back.
 */
export function ofPlural(
  decision: Decision,
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  named: () => Evidence,
): Decision {
  if (decision.kind !== 'choose') return decision;
  const wider = prepared.widened.get(decision.index);
  if (!wider) return decision;
  const hits = [...named().values()];
  const own = hits.find(({ label }) => label.index === decision.index);
  if (!own || !isPlural(own, heard, lexicon)) return decision;
  // "the student loans and the extension"
  if (hits.some(({ content }) => [...content].some((token) => !own.content.has(token)))) return decision;
  return { kind: 'which', indexes: [decision.index, ...wider].sort((one, other) => one - other), rule: 'part' };
}

/** All that was said of the option is its whole label, and its last word was said of several: "loans" for "loan". */
function isPlural({ label, content }: Hit, heard: Heard, { language: { plurals } }: Lexicon): boolean {
  const last = label.items.findLast((item) => item.content);
  const token = Math.max(...content);
  const isCounted = heard.isNumber.slice(0, token).includes(true);
  return !isCounted && plurals.some((ending) => heard.texts[token] === `${last?.text}${ending}`);
}
