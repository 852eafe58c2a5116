import type { Decision } from './decision';
import { type Evidence, findEvidence } from './evidence';
import type { Heard } from './heard';
import type { Label } from './label';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';

/**
 * Labels of other options that hold all the words of a label, and more: "Student loan extension" for "Student loan". One word
 * is held by things of another kind: "Pencil case".
 */
export function widerThan({ index, items }: Label, labels: readonly Label[]): readonly Label[] {
  const own = items.filter(({ content }) => content);
  if (own.length < 2) return [];
  const holds = (label: Label) => own.every(({ key }) => label.items.some((item) => item.key === key));
  return labels.filter((label) => label.index !== index && !label.isSynonym && holds(label));
}

/**
 * Where a word that several options begin with is said of more than one, "my student loans" of Student loan and Student
 * loan extension, they are meant alike: which of them is asked back.
 */
export function ofPlural(decision: Decision, heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision {
  if (decision.kind !== 'choose' || prepared.widened.size === 0) return decision;
  const wider = prepared.widened.get(decision.index);
  if (!wider) return decision;
  const evidence = findEvidence(heard, prepared, lexicon);
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
