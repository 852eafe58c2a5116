import { voiceFor } from '../../lambda/speech/voice';
import type { EchoTurn } from '../echo/types';
import { type Bot, plain } from '../platforms/bot-reply';
import { boundedMap } from './bounded-map';

/** How many different sets of options are remembered. */
const MAX_OFFERS = 200;
/** How many of a set must be heard: the name of one alone may come up in any text. */
const ENOUGH = 2;

export interface Offers {
  /** The bot, listened to. */
  readonly bot: Bot;
  /** What can be chosen from after a turn, as it would be said: all options of the set that the turn read out from. */
  choicesIn(turn: EchoTurn): readonly string[];
}

/**
 * Remembers what a bot offers: an Echo without a screen hears choices only as words, and the page shows them. What is
 * heard tells the set, since an answer may come turns later, and some vendors have names of their own for the customers.
 */
export function rememberOffers(bot: Bot): Offers {
  const offers = boundedMap<string, readonly string[]>(MAX_OFFERS);
  return {
    bot: {
      ...bot,
      reply(userId, said) {
        const replies = bot.reply(userId, said);
        const options = replies.flatMap(({ options = [], cards = [] }) => [
          ...options,
          ...cards.flatMap((card) => card.options),
        ]);
        const titles = options.map(({ title }) => title);
        if (titles.length > 0) offers.set(titles.join('\n'), titles);
        return replies;
      },
    },
    choicesIn({ speech, request: { request } = {} }) {
      const locale = request && 'locale' in request && request.locale ? request.locale : 'en-US';
      const heard = ` ${plain(speech)} `;
      let best: { readonly labels: readonly string[]; readonly count: number } = { labels: [], count: 0 };
      for (const titles of offers.values()) {
        const labels = titles.map((label, position) => voiceFor(locale).label({ label }, position));
        const count = labels.filter((label) => heard.includes(` ${plain(label)} `)).length;
        if (count >= Math.min(ENOUGH, labels.length) && count >= best.count) best = { labels, count };
      }
      return best.labels;
    },
  };
}
