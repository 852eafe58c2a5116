import type { Store } from '../conversation/ports/store';
import { createQueuedWords, type QueuedWords } from '../notifications/queued-words';
import { idleMsOf } from '../store/open';
import type { Telemetry } from '../telemetry/telemetry';
import type { Config } from './config';
import type { ServedSkill } from './served-skill';

export interface QueuedWordsParts {
  readonly config: Config;
  readonly store: Store;
  readonly telemetry: Telemetry;
  readonly skills: readonly ServedSkill[];
}

/** What passes on queued words for all skills, whether they notify or not. */
export function assembleQueuedWords({ config, store, telemetry, skills }: QueuedWordsParts): QueuedWords {
  return createQueuedWords({
    store,
    skills: skills.map(({ owns, passOnDue }) => ({ owns, passOn: passOnDue })),
    telemetry,
    idleMs: idleMsOf(config.store),
  });
}
