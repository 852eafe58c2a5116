import type { Written } from '../../languages/written';
import { type Around, around, type SignStage } from './around';
import { anyOf, inBothCases, NEVER, patternOf } from './rules';

const ARROW = / ?(?:[→⇒➔➜➝➞➡⟶⮕]|(?<=[\p{L}\p{N})] )(?:-{1,2}|=)>(?= [\p{L}\p{N}$€£])) ?/gu;
/** "≤ 2 kg → £3.95": what stands behind is of what stands before, and no way leads there. */
const COMPARED = /[≤≥<](?=[^→⇒➔➜➝➞➡⟶⮕>]{1,40}[→⇒➔➜➝➞➡⟶⮕])|[≤≥]/u;
const PRICED = /(?<![$€£₹]\d[\d.,]*(?: \p{L}+)? ?) ?[→⇒➔➜➝➞➡⟶⮕] ?[$€£₹]\d/u;
/** "Step 1 → Open the app, step 2 → tap", but "Room 4 → Room 6", "Platform 2 → 5": what the line begins with, and what an arrow is behind. */
const FIRST = /^(\p{L}+ |[ぁ-ヿ㐀-鿿]+|)\d+ ?[→⇒➔➜➝➞➡⟶⮕=-]/u;
const NUMBERED = /(?:^|[,;.!?。、] ?)(\p{L}+ |[ぁ-ヿ㐀-鿿]+|)\d+$/u;

/** "Berlin → Rome" goes to Rome; "Settings → Account" is a step. */
export function arrowStage({ arrows }: Written): SignStage {
  const path = patternOf(arrows.path, 'iu');
  const condition = new RegExp(`^${anyOf(inBothCases(arrows.conditions))} `, 'u');
  if (arrows.to === '' && arrows.then === '') return (line) => line;
  const onward = new RegExp(arrows.forward ? `[${arrows.forward}]` : NEVER, 'gu');
  return (written) => {
    const line = arrows.forward ? written.replace(onward, '→') : written;
    if (!/[→⇒➔➜➝➞➡⟶⮕>]/u.test(line)) return line;
    const isPath = path.test(line) || line.split(/[;|]|[.!?,] /).some((part) => (part.match(ARROW)?.length ?? 0) > 1);
    return line.replace(ARROW, (arrow, at: number) => {
      const { before, after } = around(line, at, at + arrow.length);
      const joins =
        /(?:\p{L}\p{M}{0,4}|[\p{N})%"”’.])$/u.test(before) && /^(?:[\p{L}\p{N}($€£₹"“‘]|[-−–]\d)/u.test(after);
      if (!joins) return arrow;
      const sentence = sentenceAt(line, at);
      const isTable = COMPARED.test(sentence) || PRICED.test(sentence);
      if (condition.test(sentence.trimStart())) return ', ';
      if (isTable || isNumbered(line, { before, after })) return ': ';
      const [said, lead] = isPath ? [arrows.then, ','] : [arrows.to, ''];
      return said === '' ? ', ' : `${lead} ${said} `;
    });
  };
}

function isNumbered(line: string, { before, after }: Around): boolean {
  const first = FIRST.exec(line)?.[1]?.toLowerCase();
  const word = NUMBERED.exec(before)?.[1]?.toLowerCase();
  const goesOn = /^[-−–]?\d/.test(after) || (word !== '' && after.toLowerCase().startsWith(word ?? ''));
  return word !== undefined && word === first && !goesOn;
}

/** What stands around a place up to the ends of its sentence, or as far as tells anything of it. */
function sentenceAt(line: string, at: number): string {
  const [before = ''] = /(?:(?![.!?;] ).){0,100}$/u.exec(line.slice(Math.max(0, at - 100), at)) ?? [];
  const [after = ''] = /^(?:(?![.!?;] ).){0,100}/u.exec(line.slice(at, at + 100)) ?? [];
  return before + after;
}
