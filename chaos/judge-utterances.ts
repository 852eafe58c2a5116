import type { Fault } from './fault';
import { type History, ofKind, type Seen, type Turn } from './history';
import { isAcknowledged, isHeld, isUndelivered } from './phrases';
import { isPlayed } from './turns';

/** What takes back words that wait to be passed on. */
const TAKES_BACK = new Set(['stop', 'cancel', 'exit', 'start over']);

/** What the user was told is passed on reaches the bot once, or they are told that it could not; nothing reaches it more often. */
export function judgeUtterances(history: History): Fault[] {
  const reached = new Map<string, Seen[]>();
  for (const seen of ofKind(history, 'reached')) reached.set(seen.marker, [...(reached.get(seen.marker) ?? []), seen]);
  const turns = ofKind(history, 'turn');
  return turns.flatMap((turn): Fault[] => {
    const { at, user, marker, speech } = turn;
    if (marker === undefined) return [];
    const times = reached.get(marker) ?? [];
    const fault = (rule: Fault['rule'], what: string) => [{ rule, at, what, evidence: [turn, ...times] }];
    if (times.length > 1) return fault('utterance-doubled', `${user}: ${marker} reached the bot ${times.length} times`);
    const isPromised = times.length === 0 && isPlayed(turn) && isAcknowledged(speech);
    const isLost = isPromised && !isTakenBack(turn, turns) && !isTold(turn, turns);
    return isLost ? fault('utterance-lost', `${user} was told that ${marker} is passed on`) : [];
  });
}

function isTakenBack({ at, user, speech }: Turn, turns: readonly Turn[]): boolean {
  return isHeld(speech) && turns.some((later) => later.user === user && later.at > at && TAKES_BACK.has(later.said));
}

function isTold({ at, user }: Turn, turns: readonly Turn[]): boolean {
  return turns.some((later) => later.user === user && later.at > at && isPlayed(later) && isUndelivered(later.speech));
}
