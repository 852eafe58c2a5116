import type { Fault } from './fault';
import { type History, ofKind, type Seen, type Turn } from './history';
import { markersIn } from './markers';
import { saidAgain } from './phrases';
import { isPlayed } from './turns';

/** What the system took is heard: once, or again with a word that it may have been heard before. */
export function judgeMessages(history: History, ownerOf: (marker: string) => string | undefined): Fault[] {
  const heard = hearings(ofKind(history, 'turn').filter(isPlayed));
  const written = new Map(ofKind(history, 'written').map((seen) => [seen.marker, seen]));
  const accepted = new Map<string, Seen>();
  for (const seen of ofKind(history, 'delivered')) {
    if (seen.status < 200 || seen.status > 299) continue;
    for (const marker of seen.markers) if (!accepted.has(marker)) accepted.set(marker, seen);
  }
  const lost = [...accepted].flatMap(([marker, seen]): Fault[] => {
    const message = written.get(marker);
    const owner = ownerOf(marker);
    if (!message || owner === undefined || heard.has(marker)) return [];
    const what = `${marker} for ${owner} was taken, and never heard`;
    return [{ rule: 'message-lost', at: seen.at, what, evidence: [message, seen] }];
  });
  const doubled = [...heard].flatMap(([marker, all]): Fault[] => {
    const unannounced = all.slice(1).filter(({ isAgain }) => !isAgain);
    const [first] = unannounced;
    if (!first || !written.has(marker)) return [];
    const evidence = all.map(({ turn }) => turn);
    return [{ rule: 'message-doubled', at: first.turn.at, what: `${marker} was heard ${all.length} times`, evidence }];
  });
  return [...lost, ...doubled];
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
