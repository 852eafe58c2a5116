import type { Bot } from '../platforms/bot-reply';
import { boundedMap } from './bounded-map';

const MAX_CUSTOMERS = 200;

/** A customer's request to the skill that is not answered yet. */
interface Exchange {
  alone: boolean;
  /** Whom the bot heard meanwhile. */
  readonly heard: Set<string>;
}

export interface Customers {
  /** The bot, listened to. */
  readonly bot: Bot;
  /** Runs a request of a customer to the skill, and learns from it as whom the vendor knows them. */
  during<T>(userId: string, exchange: () => Promise<T>): Promise<T>;
  /** The vendor's id of a customer, as far as it is known. */
  idOf(userId: string): string | undefined;
}

/**
 * Learns which id of a vendor's own belongs to a customer: whom the bot hears while that customer, and no other, has
 * asked the skill something.
 */
export function learnCustomers(bot: Bot): Customers {
  const ids = boundedMap<string, string>(MAX_CUSTOMERS);
  const running = new Set<Exchange>();
  return {
    bot: {
      ...bot,
      reply(userId, said) {
        for (const { heard } of running) heard.add(userId);
        return bot.reply(userId, said);
      },
    },
    async during(userId, exchange) {
      const own: Exchange = { alone: running.size === 0, heard: new Set() };
      for (const other of running) other.alone = false;
      running.add(own);
      try {
        return await exchange();
      } finally {
        running.delete(own);
        const [id, ...others] = own.heard;
        if (own.alone && id !== undefined && others.length === 0) ids.set(userId, id);
      }
    },
    idOf: ids.get,
  };
}
