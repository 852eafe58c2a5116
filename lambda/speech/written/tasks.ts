import type { Table } from './alphabet';
import { around, capital, ENDED, NOT_ASCII } from './around';
import { anyOf, type Stage } from './rules';

const DONE = /^((?:\d{1,3}\. )?)(?:\[[xX✓✔]\]|[☑☒🗹])\s+(?=\S)/u;
const OPEN = /^((?:\d{1,3}\. )?)(?:\[ ?\]|[☐⬜])\s+(?=\S)/u;

/** The boxes of a list of tasks, "[x] Paid" is done, and of a form: "☐ yes ☒ no". */
export function taskStage({ tasks, pattern }: Table): Stage {
  const box = pattern(` ?(${anyOf(Object.keys(tasks.boxes))}) ?`, 'gu');
  return (line) => withBoxes(line).replace(DONE, `$1${tasks.done}`).replace(OPEN, `$1${tasks.open}`);

  function withBoxes(line: string): string {
    const count = NOT_ASCII.test(line) ? (line.match(box)?.length ?? 0) : 0;
    const isValue = count === 1 && /:\s*\S{1,2}\s*[.,;]?$/u.test(line);
    if (count < 2 && !isValue) return line;
    // Each behind its words, or before them.
    const trails = line.trim().search(box) > 0 && line.trimEnd().replace(box, '\n').endsWith('\n');
    return line.replace(box, (found, sign: string, at: number) => {
      const { before, after } = around(line, at, at + found.length);
      const said = tasks.boxes[sign] ?? '';
      const isOpen = before === '' || ENDED.test(before);
      if (trails) return `${isOpen ? ' ' : ': '}${said}${/^[\p{L}\p{N}]/u.test(after) ? ', ' : ''}`;
      return `${before === '' ? '' : isOpen ? ' ' : ', '}${capital(said, before)}: `;
    });
  }
}
