import { createHmac } from 'node:crypto';

/**
 * Our key of an Alexa user, the only id a bot platform ever sees: 32 characters `[0-9a-f]`, stable for a skill,
 * unguessable without the secret. Alexa gives a user who disables and enables the skill again a new id, hence a new key.
 */
export function userKey(secret: string, skillId: string, userId: string): string {
  // JSON keeps the parts apart: ("ab", "c") and ("a", "bc") must not meet.
  return createHmac('sha256', secret)
    .update(JSON.stringify([skillId, userId]))
    .digest('hex')
    .slice(0, 32);
}
