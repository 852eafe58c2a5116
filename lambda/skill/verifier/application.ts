import type { UnverifiedEnvelope } from './envelope';

/** Whether the request is for one of our skills: Alexa signs the requests of all skills with the same key. */
export function isForSkill({ context, session }: UnverifiedEnvelope, skillIds: ReadonlySet<unknown>): boolean {
  // Events have no session.
  const ofSession = session?.application;
  return (
    skillIds.has(context?.System?.application?.applicationId) && (!ofSession || skillIds.has(ofSession.applicationId))
  );
}
