import type { IncomingMessage } from 'node:http';
import type { ProactiveEventsBehaviour } from './behaviour';
import { Refusal } from './refusal';

/** Which of a skill's two lives exists. */
export type Stage = 'live' | 'development';

export interface GateOptions {
  /** Whether a token is good. */
  readonly accepts: (token: string) => boolean;
  /** Which of the skill's two lives exists. */
  readonly stage: Stage;
}

type GateBehaviour = Pick<ProactiveEventsBehaviour, 'badTokenStatus' | 'perSecond'>;

/** Lets requests in, whatever their bodies say: the function throws a `Refusal` for one that may not. */
export function createGate(
  { accepts, stage }: GateOptions,
  behaviour: GateBehaviour,
  now: () => number,
): (request: IncomingMessage) => void {
  let second = { start: Number.NEGATIVE_INFINITY, count: 0 };

  return ({ method, url = '', headers }) => {
    const target = stageAt(url);
    if (method !== 'POST' || !target) throw new Refusal(404, `${method} ${url}`);
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (!token || !accepts(token)) throw new Refusal(behaviour.badTokenStatus, 'The token is not valid');
    if (target !== stage) throw new Refusal(403, `The skill has no ${target} stage`);
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new Refusal(400, 'not JSON');
    if (stage === 'development') return;
    if (now() - second.start >= 1000 || now() < second.start) second = { start: now(), count: 0 };
    if (++second.count > behaviour.perSecond) throw new Refusal(429, 'Too many requests', false);
  };
}

function stageAt(url: string): Stage | undefined {
  const path = url.replace(/\/$/, '');
  if (path === '/v1/proactiveEvents') return 'live';
  return path === '/v1/proactiveEvents/stages/development' ? 'development' : undefined;
}
