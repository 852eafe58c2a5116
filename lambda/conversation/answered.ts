import { isDeepStrictEqual } from 'node:util';
import type { Conversation } from './conversation';
import { appended, holds } from './joined';
import type { Reply } from './reply';

/** Characters: of 20 fingerprints, more than a user makes requests while one of them may be played back. */
const MOST_REMEMBERED = 20 * 13;

/** The conversation with the word that a request was answered: written with the answer, so that it costs no write. */
export function remember(conversation: Conversation, request: string, reply: Reply): Conversation {
  const before = conversation.replied?.requests ?? '';
  const isSaid = reply.parts === conversation.said || isDeepStrictEqual(reply.parts, conversation.said);
  return {
    ...conversation,
    replied: {
      requests: holds(before, request) ? before : appended(before, request, MOST_REMEMBERED),
      reply: { ...reply, messages: undefined, parts: isSaid ? undefined : reply.parts },
    },
  };
}

/**
 * What a request is answered that was answered before: it is played back, and must not be carried out again. Of an earlier one
 * than the last the answer is not kept; it gets the last one, which has already been heard.
 */
export function answerAgain({ replied, said }: Conversation, request: string): Reply | undefined {
  if (!replied || !holds(replied.requests, request)) return undefined;
  return { ...replied.reply, parts: replied.reply.parts ?? said, messages: [] };
}
