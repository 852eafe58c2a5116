import { takeBack } from '../taking-back';
import type { TurnContext, TurnResult } from './context';
import { talkToBot } from './read-out';

/**
 * The conversation begins anew: what was offered, asked and still to be said to the bot is no more. A platform that knows
 * no beginning is told what one would type in its web chat.
 */
export async function startOver(context: TurnContext): Promise<TurnResult> {
  const { platform, voice, document, request } = context;
  await document.update((newest) => ({
    conversation: {
      ...takeBack(newest),
      offer: undefined,
      inputRequest: undefined,
      asking: undefined,
      rest: [],
      headings: undefined,
      // A bot that takes one thing at a time is still busy with what it was sent.
      ...(!platform.oneAtATime && { outbox: [] }),
    },
  }));
  request.stopwatch.lap('save');
  const silent = { phrase: 'start-over', question: 'what' } as const;
  if (!platform.startsOverBy) return talkToBot(context, [{ kind: 'start' }], { people: 'aside', silent });
  const text = platform.startsOverBy.words ?? voice.word('start-over');
  return talkToBot(context, [{ kind: 'text', text }], { people: 'aside', silent, late: 'promised' });
}
