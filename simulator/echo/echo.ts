import { actOn, intend, mumble, silence } from './acts';
import type { Talk } from './exchange';
import { modelOf } from './models';
import type { EchoOptions } from './options';
import { createQueue } from './queue';
import { stateOf } from './session';
import { sendSkillEvent } from './skill-event';
import type { Echo } from './types';

/** A simulated Echo of one customer. It waits for one answer at a time. */
export function createEcho(options: EchoOptions): Echo {
  const { models, locale, userId, notifications } = options;
  const model = modelOf(models, locale);
  const talk: Talk = { options, model, session: undefined, interruption: new AbortController() };
  const queue = createQueue();

  return {
    get state() {
      return stateOf(talk.session);
    },
    get notifications() {
      return notifications?.pending(userId).length ?? 0;
    },
    async hear(utterance, hearing = {}) {
      if (!hearing.bargeIn) return queue.afterLast(async () => actOn(talk, utterance, hearing)?.());
      const act = actOn(talk, utterance, hearing);
      if (!act) return undefined;
      talk.interruption.abort();
      return queue.underway(act());
    },
    silence: () => queue.afterLast(() => silence(talk)),
    mumble: () => queue.afterLast(() => mumble(talk)),
    intend: (intent, slots) => queue.afterLast(() => intend(talk, intent, slots)),
    skillEvent: (type, body, createdAt) => sendSkillEvent(options, { type, body, createdAt }),
  };
}
