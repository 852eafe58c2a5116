import type { Pki } from '../simulator/pki';
import { openLine, signTurn } from './traffic';

/** Milliseconds between the starts of two turns. */
const EVERY_MS = 50;
/** So many that nobody's turns overlap. */
const USERS = 200;

/** A turn in time, as `performance.now()` counts. */
export interface Turn {
  readonly from: number;
  readonly to: number;
  /** The answer was still on its way when the turn had to end. */
  readonly isLate: boolean;
}

/** Users who go on talking, one turn every 50 ms, however long the answers take. */
export interface Pace {
  /** Resolves when the running turns have ended. @throws when a turn was not answered at all */
  stop(): Promise<readonly Turn[]>;
}

export function startPace(pki: Pki, url: string): Pace {
  const line = openLine(`${url}/alexa`, USERS);
  const turns: Promise<Turn>[] = [];

  async function talk(user: string): Promise<Turn> {
    const request = signTurn(pki, user, 'when do you open');
    const from = performance.now();
    const { text } = await line.post(request);
    return { from, to: performance.now(), isLate: !text.includes('half past eight') };
  }

  const timer = setInterval(() => {
    const turn = talk(`T${turns.length % USERS}`);
    // Told when the pace is stopped.
    turn.catch(() => {});
    turns.push(turn);
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      const all = await Promise.all(turns);
      await line.close();
      return all;
    },
  };
}
