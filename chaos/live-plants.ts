import type { Tamper } from './line';
import type { Recorder } from './recorder';

/** A fault that is planted between the system and what sees it, so that the judge has something to find. */
export interface Planted {
  /** A webhook is answered 200, and the system never gets it. */
  readonly swallows?: (markers: readonly string[]) => boolean;
  /** An utterance never reaches the bot. */
  readonly forgets?: (marker: string) => boolean;
  /** An answer is changed on its way to the Echo. */
  readonly tamper?: Tamper;
}

export type LivePlant = (recorder: Recorder) => Planted;

/** One of so many is broken. */
const ONE_IN = 8;

/** Each of them breaks one promise, once in a while. */
export const LIVE_PLANTS = {
  'dropped-webhook': () => ({ swallows: everyNth(ONE_IN, (markers) => markers.some((marker) => /^v/.test(marker))) }),
  'lost-after-kill': ({ history }) => {
    let after = 0;
    return {
      swallows(markers) {
        const kills = history.filter(({ kind }) => kind === 'down').length;
        if (kills <= after || !markers.some((marker) => /^v/.test(marker))) return false;
        after = kills;
        return true;
      },
    };
  },
  'lost-words': () => ({ forgets: everyNth(ONE_IN, () => true) }),
  'slow-answer': () => ({ tamper: everyNthAnswer(() => ({ afterMs: 9000 })) }),
  'server-error': () => ({ tamper: everyNthAnswer(() => ({ status: 500, body: 'internal error' })) }),
  'cut-answer': () => ({ tamper: everyNthAnswer(() => ({ cut: true })) }),
  'bad-ssml': () => ({
    tamper: everyNthAnswer(({ status, body }) => ({ status, body: body.replace('<speak>', '<speak>Fish & chips ') })),
  }),
  'doubled-reply': () => {
    const last = new Map<string, string>();
    const again = everyNthAnswer(({ status, body }, user) => ({
      status,
      body: body.replace('</speak>', `${last.get(user) ?? ''}</speak>`),
    }));
    return {
      tamper(answer, user) {
        const given = again(answer, user);
        const [marker] = /\bv[ei](?:[a-z]{2}){4}\b/.exec(answer.body) ?? [];
        if (marker) last.set(user, ` ${marker}`);
        return given;
      },
    };
  },
  'swapped-users': () => {
    let other: { readonly user: string; readonly said: string } | undefined;
    return {
      tamper(answer, user) {
        const said = /\bv[ei](?:[a-z]{2}){4}\b/.exec(answer.body)?.[0];
        const foreign = other && other.user !== user ? other.said : undefined;
        if (said) other = { user, said };
        return said && foreign ? { ...answer, body: answer.body.replaceAll(said, foreign) } : answer;
      },
    };
  },
} as const satisfies Readonly<Record<string, LivePlant>>;

export type LivePlantName = keyof typeof LIVE_PLANTS;

function everyNth<T>(nth: number, fits: (value: T) => boolean): (value: T) => boolean {
  let count = 0;
  return (value) => fits(value) && ++count % nth === 0;
}

function everyNthAnswer(change: Tamper): Tamper {
  let count = 0;
  return (answer, user) => {
    const isPlanted = answer.status === 200 && ++count % ONE_IN === 0;
    return isPlanted ? change(answer, user) : answer;
  };
}
