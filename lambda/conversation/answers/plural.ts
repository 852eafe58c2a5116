import type { Decision } from './decision';
import type { Evidence } from './evidence';
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
  if (decision.kind !== 'choose' || prepared.widened.size === 0) return decision;
  const wider = prepared.widened.get(decision.index);
  if (!wider) return decision;
  const evidence = named();
  if (!isPlural(decision.index, evidence, heard, lexicon)) return decision;
  const said = new Set([...evidence.values()].flatMap(({ content }) => [...content]));
  // "the student loans and the extension"
  const own = [...evidence].find(([label]) => label.index === decision.index)?.[1].content ?? new Set();
  if ([...said].some((token) => !own.has(token))) return decision;
  return { kind: 'which', indexes: [decision.index, ...wider].sort((one, other) => one - other), rule: 'part' };
}

/** All that was said of the option is its whole label, and its last word was said of several: "loans" for "loan". */
function isPlural(index: number, evidence: Evidence, heard: Heard, { language: { plurals } }: Lexicon): boolean {
  const [label, hit] = [...evidence].find(([one]) => one.index === index) ?? [];
  const last = label?.items.findLast(({ content }) => content);
  if (!hit || !last) return false;
  const token = Math.max(...hit.content);
  const isCounted = heard.isNumber.some((isNumber, at) => isNumber && at < token);
  return !isCounted && plurals.some((ending) => heard.texts[token] === `${last.text}${ending}`);
}
