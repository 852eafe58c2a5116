import { isDeepStrictEqual } from 'node:util';
import type { Conversation } from './conversation';
import type { Reply } from './reply';

/** More requests than a user makes while one of them may be played back. */
const MOST_REMEMBERED = 20;

/** The conversation with the word that a request was answered: written with the answer, so that it costs no write. */
export function remember(
  conversation: Conversation,
  request: string,
  { messages: _, parts, ...reply }: Reply,
): Conversation {
  const before = conversation.answered?.requests ?? [];
  return {
    ...conversation,
    answered: {
      requests: [...before.filter((other) => other !== request), request].slice(-MOST_REMEMBERED),
      reply: isDeepStrictEqual(parts, conversation.said) ? reply : { ...reply, parts },
    },
  };
}

/**
 * What a request is answered that was answered before: it is played back, and must not be carried out again. Of an earlier one
 * than the last the answer is not kept; it gets the last one, which has already been heard.
 */
export function answerAgain({ answered, said }: Conversation, request: string): Reply | undefined {
  if (!answered?.requests.includes(request)) return undefined;
  return { parts: said, ...answered.reply, messages: [] };
}
