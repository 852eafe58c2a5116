import { voice } from '../../lambda/speech/voice';
import type { EchoTurn } from '../echo/types';
import type { Bot } from '../platforms/bot-reply';
import { boundedMap } from './bounded-map';

/** How many customers' choices are remembered. */
const MAX_CUSTOMERS = 200;

interface Offer {
  /** Titles of options, in the bot's words. */
  readonly titles: readonly string[];
  /** The session in which it was made; unknown until the turn is over. */
  readonly sessionId?: string;
}

export interface Offers {
  /** The bot, listened to. */
  readonly bot: Bot;
  /** What a customer may choose from after a turn, as it would be said. What an earlier session offered is gone. */
  choicesAfter(webchatId: string, turn: EchoTurn): readonly string[];
}

/** Remembers what a bot offers: an Echo without a screen hears choices only as words, and the page shows them. */
export function rememberOffers(bot: Bot): Offers {
  const offers = boundedMap<string, Offer>(MAX_CUSTOMERS);
  return {
    bot: {
      reply(webchatId, said) {
        const replies = bot.reply(webchatId, said);
        const options = replies.flatMap(({ options = [], cards = [] }) => [
          ...options,
          ...cards.flatMap((card) => card.options),
        ]);
        offers.set(webchatId, { titles: options.map(({ title }) => title) });
        return replies;
      },
    },
    choicesAfter(webchatId, { request: { session, request } }) {
      const { titles, sessionId = session?.sessionId } = offers.get(webchatId) ?? { titles: [] };
      offers.set(webchatId, { titles, sessionId });
      if (sessionId !== session?.sessionId) return [];
      const locale = 'locale' in request && request.locale ? request.locale : 'en-US';
      return titles.map((label, position) => voice.label({ label }, position, locale));
    },
  };
}
