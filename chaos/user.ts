import type { Echo, EchoTurn } from '../simulator/echo/types';
import type { UserLine } from './line';
import { markerOf } from './markers';
import type { Random } from './random';
import type { Recorder } from './recorder';

/** One person at an Echo. */
export interface User {
  readonly name: string;
  /** Does the next thing. */
  act(): Promise<void>;
  /** Listens until nothing new has been said for a while. `isDone` is asked before each turn. */
  listen(isDone: () => boolean): Promise<void>;
}

export interface UserOptions {
  readonly name: string;
  readonly number: number;
  readonly invocationName: string;
  readonly echo: Echo;
  readonly line: UserLine;
  readonly random: Random;
  readonly recorder: Recorder;
}

type Act = 'note' | 'check' | 'next' | 'stop' | 'exit' | 'silence' | 'mumble' | 'yes';
const LISTENING: Readonly<Record<Act, number>> = {
  note: 60,
  check: 8,
  next: 8,
  yes: 3,
  silence: 8,
  exit: 5,
  stop: 5,
  mumble: 3,
};
/** So many utterances of one user have markers of their own. */
const MOST_UTTERANCES = 10_000;
const MOST_TURNS = 9;
/** A turn that brings nothing follows one that did: what is left is told at the next. */
const LAST_TURNS = 3;

export function createUser({ name, number, invocationName, echo, line, random, recorder }: UserOptions): User {
  let utterances = 0;

  async function record(said: string, marker: string | undefined, action: () => Promise<unknown>): Promise<void> {
    const at = recorder.now();
    line.first();
    const turn = (await action()) as Partial<EchoTurn> | undefined;
    const call = line.first();
    // A reprompt, and what nobody hears, is no request.
    if (!turn || turn.request === undefined || !call) return;
    const { status = 0, progress = [], speech = '', verdict, ms = 0 } = turn;
    const fault = status === 200 && verdict?.type === 'INVALID_RESPONSE' ? { verdict: verdict.message } : {};
    const heard = [...progress, speech].join(' ');
    const { server, starvedMs } = call;
    const asked = { said, ...(marker !== undefined && { marker }) };
    recorder.add({ kind: 'turn', at, ms, starvedMs, user: name, server, ...asked, status, speech: heard, ...fault });
  }

  const hear = (said: string, words = said, marker?: string) => record(said, marker, () => echo.hear(words));
  const open = () => hear('launch', `Alexa, open ${invocationName}`);

  function note(words: (marker: string) => string): Promise<void> {
    const marker = markerOf('utterance', number * MOST_UTTERANCES + utterances++);
    return hear('note', words(marker), marker);
  }

  return {
    name,
    async act() {
      if (echo.state === 'idle') {
        return random.chance(0.8) ? open() : note((marker) => `Alexa, ask ${invocationName} about ${marker}`);
      }
      const act = random.weighted(LISTENING);
      switch (act) {
        case 'note':
          return note((marker) => `please note ${marker} for me`);
        case 'silence':
          await record('silence', undefined, () => echo.silence());
          return record('silence', undefined, () => echo.silence());
        case 'mumble':
          return record('mumble', undefined, () => echo.mumble());
        default:
          return hear(act);
      }
    },
    async listen(isDone) {
      let quiet = 0;
      for (let turn = 0; turn < MOST_TURNS && quiet < LAST_TURNS; turn++) {
        quiet = isDone() ? quiet + 1 : 0;
        if (echo.state === 'idle') await open();
        // Between the last turns the session is left and begun anew: nothing may be told again.
        else if (quiet > 1) await hear('exit');
        else await hear(turn % 3 === 2 ? 'check' : 'next');
      }
    },
  };
}
