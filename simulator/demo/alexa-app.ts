import { MESSAGE_ALERT, NOTIFICATIONS } from '../../lambda/amazon/permission';
import type { ProactiveEventsService } from '../amazon/proactive-events';
import type { Echo } from '../echo/types';

/** The simulated Alexa app: what its customers allow the skill. */
export interface AlexaApp {
  /** Whether the skill may send a customer notifications. */
  allows(userId: string): boolean;
  /** The customer allows notifications, or no longer, and the skill is told so by its events. */
  allow(userId: string, allowed: boolean, echo: Echo): Promise<void>;
  /** The customer had allowed them before Amazon was started again: the skill knows. */
  recall(userId: string): void;
}

export function createAlexaApp({ permit }: Pick<ProactiveEventsService, 'permit'>): AlexaApp {
  const allowing = new Set<string>();

  function keep(userId: string, allowed: boolean): void {
    permit(userId, allowed);
    if (allowed) allowing.add(userId);
    else allowing.delete(userId);
  }

  return {
    allows: (userId) => allowing.has(userId),
    recall: (userId) => keep(userId, true),
    async allow(userId, allowed, echo) {
      keep(userId, allowed);
      const scopes = allowed ? [{ scope: NOTIFICATIONS }] : [];
      await echo.skillEvent(`AlexaSkillEvent.SkillPermission${allowed ? 'Accepted' : 'Changed'}`, {
        acceptedPermissions: scopes,
      });
      await echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', {
        subscriptions: allowed ? [{ eventName: MESSAGE_ALERT }] : [],
      });
    },
  };
}
