import type { Table } from './alphabet';
import { around, capital, ENDED, NOT_ASCII } from './around';
import { anyOf, type Stage } from './rules';

const DONE = /^((?:\d{1,3}\. )?)(?:\[[xX✓✔]\]\s+|[☑☒🗹]\s*)(?=\S)/u;
const OPEN = /^((?:\d{1,3}\. )?)(?:\[ ?\]\s+|[☐⬜]\s*)(?=\S)/u;

/** The boxes of a list of tasks, "[x] Paid" is done, and of a form: "☐ yes ☒ no". */
export function taskStage({ tasks, pattern }: Table): Stage {
  const boxes = anyOf(Object.keys(tasks.boxes));
  const box = pattern(` ?(${boxes}) ?`, 'gu');
  const value = pattern(`:\\s*${boxes}\ufe0f?\\s*[.,;]?$`, 'u');
  return (line) => withBoxes(line).replace(DONE, `$1${tasks.done}`).replace(OPEN, `$1${tasks.open}`);

  function withBoxes(line: string): string {
    const count = NOT_ASCII.test(line) ? (line.match(box)?.length ?? 0) : 0;
    if (count < 2 && !value.test(line)) return line;
    // Each behind its words, or before them.
    const trails = line.trim().search(box) > 0 && /\n[.,;!]?$/.test(line.trimEnd().replace(box, '\n'));
    return line.replace(box, (found, sign: string, at: number) => {
      const { before, after } = around(line, at, at + found.length);
      const said = tasks.boxes[sign] ?? '';
      const isOpen = before === '' || ENDED.test(before);
      const next = /^[\p{L}\p{N}]/u.test(after) ? ', ' : /^[^,;:.!?|)]/.test(after) ? ' ' : '';
      if (trails) return `${isOpen ? ' ' : ': '}${said}${next}`;
      return `${before === '' ? '' : isOpen ? ' ' : ', '}${capital(said, before)}: `;
    });
  }
}
