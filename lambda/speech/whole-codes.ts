import { type MarkedPart, marked, markedParts } from './marks';

/** What goes on with a code right behind it, and what began it: "440-2271" and "-X", "HH ". */
const BEHIND = /^(?:[-/][A-Z\d]{1,12}){1,4}(?![\p{L}\p{N}]|[.,]\d)/u;
const BEFORE = /(?<![\p{L}\p{N}])[A-Z]{1,4}(?:-[A-Z]{1,4})?[ -]$/u;
/** The last digits of a number in groups. */
const LAST_GROUP = /^ \d{1,4}(?=$|[.;!?)]|,(?!\d))/u;
const WAY = /^say-as (?:digits|characters|telephone)$/;

/** A text in which no code is marked in part: what is written as one thing is said in one way. */
export function withWholeCodes(text: string): string {
  const parts = markedParts(text);
  if (parts.length < 2) return text;
  const said: MarkedPart[] = [];
  for (const part of parts) {
    const code = said.at(-1);
    const rest =
      part.name === undefined && code?.name !== undefined && WAY.test(code.name) ? restOf(code, part.text) : '';
    if (rest === '' || !code) {
      said.push(part);
      continue;
    }
    said.pop();
    said.push(...together(said, code, rest), { text: part.text.slice(rest.length) });
  }
  return said.map(({ name, text: part }) => (name === undefined ? part : marked(name, part))).join('');
}

function restOf({ name, text }: MarkedPart, behind: string): string {
  const group = name === 'say-as digits' && text.includes(' ') ? LAST_GROUP.exec(behind)?.[0] : undefined;
  return group ?? BEHIND.exec(behind)?.[0] ?? '';
}

/** The code with what goes on behind it, and with the letters before it where it is no phone number: taken from what was said. */
function together(said: MarkedPart[], { name = '', text }: MarkedPart, rest: string): readonly MarkedPart[] {
  if (!/[A-Z]/.test(rest)) return [{ name, text: text + rest }];
  const before = said.at(-1);
  const letters = before?.name === undefined ? (BEFORE.exec(before?.text ?? '')?.[0] ?? '') : '';
  if (before && letters !== '') {
    said.pop();
    said.push({ text: before.text.slice(0, -letters.length) });
  }
  return [{ name: 'say-as characters', text: letters + text + rest }];
}
