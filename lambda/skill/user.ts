import { createHmac } from 'node:crypto';
import type { ChannelIdentity } from '../conversation/ports/store';

/**
 * Our key of an Alexa user, the only id a bot platform ever sees: 32 characters `[0-9a-f]`, stable for a skill,
 * unguessable without the secret. Alexa gives a user who disables and enables the skill again a new id, hence a new key.
 *
 * @param personId of a speaker whose voice Alexa recognises, who is then a user apart from the account
 */
export function userKey(secret: string, skillId: string, userId: string, personId?: string): string {
  const parts = personId === undefined ? [skillId, userId] : [skillId, userId, personId];
  // JSON keeps the parts apart: ("ab", "c") and ("a", "bc") must not meet.
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Whether a user is of the skill with this secret and these ids: our key of an account is made of them. */
export function isUserOf(
  { secret, skillIds }: { readonly secret: string; readonly skillIds: readonly string[] },
  key: string,
  { userId, account = key }: Pick<ChannelIdentity, 'userId' | 'account'>,
): boolean {
  return skillIds.some((id) => userKey(secret, id, userId) === account);
}
