import { ABROAD } from './abroad';
import { createDemoBot } from './bot';
import { createBotAbroad } from './bot-abroad';
import type { Bot } from './bot-reply';

/** The demo's bot in the language that is spoken now; in English where it has no other words. */
export function createPolyglotBot(language: () => string): Bot {
  const english = createDemoBot();
  const others = new Map(Object.entries(ABROAD).map(([name, words]) => [name, createBotAbroad(words)]));
  const bot = () => others.get(language()) ?? english;
  return {
    reply: (userId, said) => bot().reply(userId, said),
    begin: (userId) => bot().begin?.(userId),
  };
}
