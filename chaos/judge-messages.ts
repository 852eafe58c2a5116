import type { Fault } from './fault';
import { type History, ofKind, type Seen, type Turn } from './history';
import { markersIn } from './markers';
import { saidAgain } from './phrases';
import { isPlayed } from './turns';

/** What the system took is heard: once, or again with a word that it may have been heard before. */
export function judgeMessages(history: History, ownerOf: (marker: string) => string | undefined): Fault[] {
  const heard = hearings(ofKind(history, 'turn').filter(isPlayed));
  const taken = byMarker(ofKind(history, 'delivered').filter(({ status }) => status >= 200 && status <= 299));
  const written = new Map<string, Seen[]>();
  for (const seen of ofKind(history, 'written')) written.set(seen.marker, [...(written.get(seen.marker) ?? []), seen]);

  return [...written].flatMap(([marker, messages]): Fault[] => {
    const owner = ownerOf(marker);
    const all = heard.get(marker) ?? [];
    const deliveries = taken.get(marker) ?? [];
    const evidence = [...messages, ...deliveries, ...all.map(({ turn }) => turn)];
    // What is said in the same words again must be heard again; fewer may have been taken than were written.
    const due = Math.min(messages.length, deliveries.length);
    if (owner !== undefined && all.length < due) {
      const what = `${marker} for ${owner} was taken ${due} times, and heard ${all.length} times`;
      return [{ rule: 'message-lost', at: deliveries[0]?.at ?? 0, what, evidence }];
    }
    // What is announced may be one that was heard; but the first that is heard is not.
    const needed = all.filter(({ isAgain }, index) => index === 0 || !isAgain).length;
    const last = all.findLast(({ isAgain }) => !isAgain);
    if (!last || needed <= messages.length) return [];
    const what = `${marker} was written ${messages.length} times, and heard ${all.length} times`;
    return [{ rule: 'message-doubled', at: last.turn.at, what, evidence }];
  });
}

function byMarker<T extends { readonly markers: readonly string[] }>(all: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) for (const marker of one.markers) found.set(marker, [...(found.get(marker) ?? []), one]);
  return found;
}

interface Hearing {
  readonly turn: Turn;
  /** It was announced as something that may have been heard before. */
  readonly isAgain: boolean;
}

function hearings(turns: readonly Turn[]): Map<string, Hearing[]> {
  const heard = new Map<string, Hearing[]>();
  for (const turn of turns.toSorted((a, b) => a.at - b.at)) {
    const again = markersIn(saidAgain(turn.speech));
    for (const marker of markersIn(turn.speech)) {
      heard.set(marker, [...(heard.get(marker) ?? []), { turn, isAgain: again.includes(marker) }]);
    }
  }
  return heard;
}
