import type { Message } from '../../lambda/conversation/message';
import { render } from '../../lambda/speech/render';
import { heard } from '../speech/xml';
import { type SayOptions, scriptedPlatform, startTalk, type Talk, type TalkOptions } from '../support/talk';

/** What is heard in a turn, and what when the user stays silent after it. */
export interface Heard {
  readonly said: string;
  readonly reprompt: string | undefined;
  readonly card: { readonly title: string; readonly text: string } | undefined;
}

/** A conversation as it is heard: replies in the words that a voice says. */
export function listen(talk: Talk) {
  return async (input: Parameters<Talk['say']>[0], options?: SayOptions): Promise<Heard> => {
    const { reply } = await talk.say(input, options);
    const { ssml, reprompt, card } = render(reply, { locale: 'en-US' });
    return { said: heard(ssml), reprompt: reprompt && heard(reprompt), card };
  };
}

/** What is heard where a bot says these messages to whatever it hears. */
export async function hearing(messages: readonly Message[], options: TalkOptions = {}) {
  const bot = scriptedPlatform((input) => (input.kind === 'start' ? [] : [...messages]));
  const talk = startTalk(bot.platform, options);
  const say = listen(talk);
  return { ...(await say('hello')), say, talk, sent: bot.sent };
}
