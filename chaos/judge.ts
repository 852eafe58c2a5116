import type { Fault, Rule } from './fault';
import { type History, ofKind, type Seen, type Turn } from './history';
import { judgeMessages } from './judge-messages';
import { judgeUtterances } from './judge-utterances';
import { isOfKind, markersIn } from './markers';
import { createOwners } from './owners';
import { isLate, isStarved } from './turns';

/** An Echo measures by another clock than what stops a server. */
const SLACK_MS = 250;

const REQUEST_TIMEOUT = 408;

/** Which promises a history breaks. */
export function judge(history: History): Fault[] {
  const owners = createOwners(history);
  const excuses = [...ofKind(history, 'down'), ...ofKind(history, 'cramped'), ...ofKind(history, 'misdated')];
  return [
    ...ofKind(history, 'turn').flatMap((turn) => judgeTurn(turn, excuses)),
    ...ofKind(history, 'crashed').map((seen): Fault => {
      return { rule: 'crashed', at: seen.at, what: `server ${seen.server}: ${seen.how}`, evidence: [seen] };
    }),
    ...judgeForeign(history, owners.of),
    ...judgeUtterances(history),
    ...judgeMessages(history, owners.of),
    ...judgeNotifications(history, owners.of),
  ].toSorted((a, b) => a.at - b.at);
}

type Excuse = Extract<Seen, { readonly kind: 'down' | 'cramped' | 'misdated' }>;

function judgeTurn(turn: Turn, excuses: readonly Excuse[]): Fault[] {
  const fault = (rule: Rule, what: string): Fault[] => [{ rule, at: turn.at, what, evidence: [turn] }];
  const { user, said, marker = '', status, ms, verdict } = turn;
  const asked = `${user}, ${said} ${marker}`.trim();
  const overlaps = (kind: Excuse['kind']) =>
    excuses.some(
      (seen) =>
        seen.kind === kind &&
        seen.server === turn.server &&
        seen.at <= turn.at + ms + SLACK_MS &&
        seen.until >= turn.at - SLACK_MS,
    );
  const cannotBeReached = overlaps('down') || overlaps('cramped');
  if (isLate(turn)) {
    return isStarved(turn) || cannotBeReached ? [] : fault('late', `${asked}: ${Math.round(ms)} ms`);
  }
  if (status === 0) return cannotBeReached ? [] : fault('unanswered', asked);
  if (status >= 500) return fault('server-error', `${asked}: HTTP ${status}`);
  // The server takes no request that is still on its way after 15 seconds.
  if (status === REQUEST_TIMEOUT && isStarved(turn)) return [];
  if (status >= 400) return overlaps('misdated') ? [] : fault('refused', `${asked}: HTTP ${status}`);
  return verdict === undefined ? [] : fault('bad-answer', `${asked}: ${verdict}`);
}

function judgeForeign(history: History, ownerOf: (marker: string) => string | undefined): Fault[] {
  return ofKind(history, 'turn').flatMap((turn) =>
    markersIn(turn.speech).flatMap((marker) => {
      const owner = ownerOf(marker);
      if (owner === undefined || owner === turn.user || isOfKind('utterance', marker)) return [];
      const what = `${turn.user} heard ${marker}, which is ${owner}'s`;
      return [{ rule: 'foreign-word' as const, at: turn.at, what, evidence: [turn] }];
    }),
  );
}

/** Whom a message is for who has not talked to the bot. */
const SOMEBODY = '';

function judgeNotifications(history: History, ownerOf: (marker: string) => string | undefined): Fault[] {
  const isMisdated = ofKind(history, 'misdated').length > 0;
  const violations = ofKind(history, 'violation').filter(({ what }) => !(isMisdated && /timestamp|expir/i.test(what)));
  const faults: Fault[] = violations.map((seen) => ({
    rule: 'amazon-violation',
    at: seen.at,
    what: seen.what,
    evidence: [seen],
  }));
  const waiting = new Set<string>();
  const notified = new Map<string, Seen>();
  for (const seen of history.toSorted((a, b) => a.at - b.at)) {
    if (seen.kind === 'turn') notified.delete(seen.user);
    // Also where the answer was lost: it is on disk.
    if (seen.kind === 'delivered') {
      for (const marker of seen.markers) waiting.add(ownerOf(marker) ?? SOMEBODY);
    }
    if (seen.kind !== 'notified') continue;
    const { at, user } = seen;
    const before = notified.get(user);
    if (before)
      faults.push({ rule: 'notified-twice', at, what: `${user}, who had not come back`, evidence: [before, seen] });
    if (!waiting.has(user) && !waiting.has(SOMEBODY))
      faults.push({ rule: 'notified-for-nothing', at, what: user, evidence: [seen] });
    notified.set(user, seen);
  }
  return faults;
}
