import type { Thread } from '../../conversation/ports/platform';
import type { WotNotThread } from './types';

/** Our key of a user. */
const USER = /^[a-z0-9]{32}$/;
/** An id that goes into a path; the vendor's is 42 letters and digits in one sample. */
const CONVERSATION = /^[\x21-\x7e]{1,200}$/;

/** A stored thread, if it is one of ours. */
export function readThread({ user, locale, conversation }: Thread): WotNotThread | undefined {
  if (typeof user !== 'string' || !USER.test(user)) return undefined;
  if (conversation !== undefined && !isConversation(conversation)) return undefined;
  return {
    user,
    ...(typeof locale === 'string' && { locale }),
    ...(conversation !== undefined && { conversation }),
  };
}

export function isConversation(id: unknown): id is string {
  return typeof id === 'string' && CONVERSATION.test(id);
}
