import type { Bot, BotReply } from '../../simulator/platforms/bot-reply';

/** The bot behind the simulated platform: the demo's, or one that says what a conversation has it say. Remembers what it heard. */
export interface ConverseBot extends Bot {
  /** From now on these answers are due, one list for each thing it hears. Absent: the demo's bot answers. */
  expect(replies: readonly (readonly BotReply[])[] | undefined): void;
  /** What it heard since then. */
  readonly heard: readonly string[];
  /** Whom it heard last, by the vendor's id. */
  readonly user: string | undefined;
}

/** @param usual answers where a conversation does not say what the bot says */
export function createConverseBot(usual: Bot): ConverseBot {
  let due: readonly (readonly BotReply[])[] | undefined;
  let heard: string[] = [];
  let user: string | undefined;
  return {
    expect(replies) {
      due = replies;
      heard = [];
    },
    get heard() {
      return heard;
    },
    get user() {
      return user;
    },
    begin: (from) => usual.begin?.(from),
    reply(from, said) {
      user = from;
      heard.push(said);
      return due ? (due[heard.length - 1] ?? []) : usual.reply(from, said);
    },
  };
}
