import type { Skill } from 'ask-sdk-core';
import { AloudError } from '../errors';

/** What takes Alexa's requests. */
export type RequestTaker = Pick<Skill, 'invoke' | 'appendAdditionalUserAgent'>;

/**
 * All skills as one: a request goes to the skill of its application id. Requests for other skills must have been refused
 * before.
 *
 * @param skills by application id
 */
export function routeRequests(skills: ReadonlyMap<string, Skill>): RequestTaker {
  return {
    appendAdditionalUserAgent(userAgent) {
      for (const skill of new Set(skills.values())) skill.appendAdditionalUserAgent(userAgent);
    },
    async invoke(envelope, context) {
      const skill = skills.get(envelope.context.System.application.applicationId);
      if (!skill) throw new AloudError('ALOUD_INTERNAL', 'a request for another skill was let in');
      return skill.invoke(envelope, context);
    },
  };
}
