import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Screen } from '../screen';
import type { Holder, Key } from './hold';
import { nameOf } from './seen';
import { doingOf, placeOf } from './spoken';

const KEYS: Readonly<Record<string, Key>> = { '': 'done', d: 'done', s: 'skip', r: 'repeat', q: 'quit' };
const USAGE = 'Enter: done · s: skip · r: repeat · q: end here';
const MARKS = { held: 'held', differs: 'DIFFERS', unclear: 'unclear' } as const;

/** A person beside an Echo, who types one letter and Enter. */
export function createPerson(
  input: Readable,
  screen: Screen,
  name: string,
  locale: string,
): Holder & { close(): void } {
  const lines = createInterface({ input });
  const typed: string[] = [];
  let waiting: ((line: string) => void) | undefined;
  let isOver = false;
  lines.on('line', (line) => {
    if (waiting) waiting(line.trim().toLowerCase());
    else typed.push(line.trim().toLowerCase());
  });
  lines.once('close', () => {
    isOver = true;
    waiting?.('q');
  });

  function next(signal?: AbortSignal): Promise<string> {
    const early = isOver ? 'q' : typed.shift();
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((resolve) => {
      const take = (line: string) => {
        waiting = undefined;
        resolve(line);
      };
      waiting = take;
      signal?.addEventListener('abort', () => {
        if (waiting === take) waiting = undefined;
      });
    });
  }

  async function key(signal?: AbortSignal): Promise<Key> {
    for (;;) {
      const known = KEYS[await next(signal)];
      if (known) return known;
      screen.note(USAGE);
    }
  }

  return {
    async begin(step, place) {
      const where = placeOf(step);
      screen.print(
        [
          '',
          screen.style('bold', `${place} ${step.title}`),
          ...(where ? [where] : []),
          doingOf(step, name) + (step.say && !locale.startsWith('en') ? ' (in your language)' : ''),
          screen.style('dim', `To come: ${step.expect}. ${USAGE}`),
        ].join('\n'),
      );
    },
    came: (seen) => screen.print(screen.style('dim', `   came: ${nameOf(seen)}, answered in ${seen.ms} ms`)),
    key,
    async late(step) {
      if (step.question && step.seconds < 10) return key();
      screen.print(
        `Nothing that fits has come within ${step.seconds} seconds. Take your time. Enter: judge it so · r: wait on · s: skip`,
      );
      return key();
    },
    async ask({ question }) {
      screen.print(`${question} (y/n, s: I cannot tell)`);
      for (;;) {
        const line = await next();
        if (['y', 'yes'].includes(line)) return true;
        if (['n', 'no'].includes(line)) return false;
        if (['s', 'q', ''].includes(line)) return undefined;
      }
    },
    judged: ({ verdict, observed }) =>
      screen.print(`   ${screen.style(verdict === 'held' ? 'green' : 'yellow', MARKS[verdict])}: ${observed}`),
    close: () => lines.close(),
  };
}
