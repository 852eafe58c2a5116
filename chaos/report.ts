import { type Fault, RULES } from './fault';
import { ofKind } from './history';
import { isOfKind } from './markers';
import type { RunOptions, RunResult } from './run';
import { isLate, isStarved } from './turns';

const MOST_SHOWN = 10;

/** What a run was like, in a few lines. The last counts the promises that held and that were broken: `N passed, N failed`. */
export function reportOf(options: RunOptions, { history, plan, errors }: RunResult, faults: readonly Fault[]): string {
  const turns = ofKind(history, 'turn');
  const delivered = ofKind(history, 'delivered');
  const accepted = new Set(
    delivered.filter(({ status }) => status >= 200 && status <= 299).flatMap(({ markers }) => markers),
  );
  const messages = [...accepted].filter((marker) => !isOfKind('utterance', marker)).length;
  const steps = Object.entries(countBy(plan, ({ kind }) => kind)).map(([kind, count]) => `${kind} ${count}`);
  const times = turns.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => `${((times[Math.floor(share * (times.length - 1))] ?? 0) / 1000).toFixed(1)} s`;
  const late = turns.filter(isLate);
  const starved = turns.filter(isStarved).length;
  const excused = late.filter(isStarved).length;
  const statuses = Object.entries(countBy(turns, ({ status }) => String(status)));
  const broken = new Set(faults.map(({ rule }) => rule)).size;
  const { seed, seconds, users, servers, store, platform, messages: names } = options;
  return [
    `chaos: seed ${seed}, ${seconds} s, ${platform}, ${names} messages, ${store}, ${servers} servers, ${users} users`,
    `done to it: ${steps.join(', ') || 'nothing'}`,
    `requests: ${turns.length} (${statuses.map(([status, count]) => `${status}: ${count}`).join(', ')}); median ${at(0.5)}, 99 % ${at(0.99)}, longest ${at(1)}`,
    `utterances that reached the bot: ${ofKind(history, 'reached').length}; messages taken: ${messages}; webhooks: ${delivered.length}; notifications: ${ofKind(history, 'notified').length}`,
    `starved of processor time for a second or more: ${starved} requests, of which ${excused} were late`,
    `the servers logged: ${
      Object.entries(errors)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ') || 'no error'
    }`,
    ...faultsOf(faults),
    faults.length === 0 ? 'no fault found' : `FAULTS: ${faults.length}; again with --seed ${seed}`,
    `${RULES.length - broken} passed, ${broken} failed`,
  ].join('\n');
}

function faultsOf(faults: readonly Fault[]): string[] {
  const counts = Object.entries(countBy(faults, ({ rule }) => rule)).map(([rule, count]) => `${rule} ${count}`);
  if (faults.length === 0) return [];
  const shown = faults
    .slice(0, MOST_SHOWN)
    .flatMap(({ rule, at, what, evidence }) => [
      `${rule} at ${at} ms: ${what}`,
      ...evidence.map((seen) => `    ${JSON.stringify(seen).slice(0, 400)}`),
    ]);
  return [`faults by promise: ${counts.join(', ')}`, ...shown];
}

function countBy<T>(items: readonly T[], nameOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}
