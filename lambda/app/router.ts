import { AloudError } from '../errors';
import type { Skill } from '../skill/dispatch';

/**
 * All skills as one: a request goes to the skill of its application id. Requests for other skills must have been refused
 * before.
 *
 * @param skills by application id
 */
export function routeRequests(skills: ReadonlyMap<string, Skill>): Skill {
  return {
    invoke(envelope, context) {
      const skill = skills.get(envelope.context.System.application.applicationId);
      if (skill) return skill.invoke(envelope, context);
      return Promise.reject(new AloudError('ALOUD_INTERNAL', 'a request for another skill was let in'));
    },
  };
}
