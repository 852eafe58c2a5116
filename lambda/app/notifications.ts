import type { Store } from '../conversation/ports/store';
import { createNotifications, type NotificationSkill, type Notifications } from '../notifications';
import { idleMsOf } from '../store/open';
import type { Telemetry } from '../telemetry/telemetry';
import type { Config } from './config';
import { canNotify, type ServedSkill } from './served-skill';

export interface NotificationParts {
  readonly config: Config;
  readonly store: Store;
  readonly telemetry: Telemetry;
  readonly skills: readonly ServedSkill[];
}

/** One notifier for all skills that may notify, as one store says what is due; `undefined` where there is none. */
export function assembleNotifications({
  config,
  store,
  telemetry,
  skills,
}: NotificationParts): Notifications | undefined {
  const notifying = skills.flatMap(toNotificationSkill);
  if (notifying.length === 0) return undefined;
  // One store has one pace: none of the skills is faster than its own.
  const perSecond = Math.min(...config.skills.filter(canNotify).map((skill) => skill.notificationsPerSecond));
  return createNotifications({
    store,
    skills: notifying,
    paceMs: 1000 / perSecond,
    idleMs: idleMsOf(config.store),
    telemetry,
  });
}

function toNotificationSkill({ config, telemetry, owns, businessName }: ServedSkill): NotificationSkill[] {
  if (!canNotify(config)) return [];
  return [
    {
      clientId: config.alexaClientId,
      clientSecret: config.alexaClientSecret,
      stage: config.alexaStage,
      lwaUrl: config.alexaLwaUrl,
      apiUrl: config.alexaApiUrl,
      name: businessName,
      telemetry,
      owns,
    },
  ];
}
