import { around, NEAR, type SignStage } from './around';
import type { Written } from './table';

const ARROW = / ?(?:[→⇒➔➜➝➞➡⟶⮕]|(?<=[\p{L}\p{N})] )(?:-{1,2}|=)>(?= [\p{L}\p{N}$€£])) ?/gu;
/** "Step 1 → Open the app". */
/** "≤ 2 kg → £3.95": what stands behind is of what stands before, and no way leads there. */
const COMPARED = /[≤≥<](?=[^→⇒➔➜➝➞➡⟶⮕>]{1,40}[→⇒➔➜➝➞➡⟶⮕])|[≤≥]/u;
const PRICED = /(?<![$€£₹]\d[\d.,]*(?: \p{L}+)? ?) ?[→⇒➔➜➝➞➡⟶⮕] ?[$€£₹]\d/u;
const NUMBERED = /^\p{L}+ \d+$/u;

/** "Berlin → Rome" goes to Rome; "Settings → Account" is a step. */
export function arrowStage({ arrows }: Written): SignStage {
  const path = new RegExp(arrows.path, 'iu');
  return (line) => {
    if (!/[→⇒➔➜➝➞➡⟶⮕>]/u.test(line)) return line;
    const isPath = path.test(line) || line.split(/[;|]|[.!?] /).some((part) => (part.match(ARROW)?.length ?? 0) > 1);
    const isTable = COMPARED.test(line) || PRICED.test(line);
    return line.replace(ARROW, (arrow, at: number) => {
      const { before, after } = around(line, at, at + arrow.length);
      const joins = /[\p{L}\p{N})%"”’.]$/u.test(before) && /^(?:[\p{L}\p{N}($€£₹"“‘]|[-−–]\d)/u.test(after);
      if (!joins) return arrow;
      if (isTable || (at < NEAR && NUMBERED.test(before))) return ': ';
      return isPath ? `, ${arrows.then} ` : ` ${arrows.to} `;
    });
  };
}
