import type { Message } from '../lambda/conversation/message';
import { render } from '../lambda/speech/render';
import { voiceFor } from '../lambda/speech/voice';
import { checkSsml } from './checks';

const LOCALE = 'en-US';
const VOICE = voiceFor(LOCALE);

/** Says messages as one reply, and checks what Alexa is given. */
export async function sayAll(messages: readonly Message[]): Promise<void> {
  const parts = messages.flatMap((message) => VOICE.paragraphs(message)).map((text) => ({ text }));
  const labels = messages.flatMap(({ choices }) => choices.map((choice, index) => VOICE.label(choice, index)));
  const offer = labels.length > 0 ? { offer: { labels, more: false }, question: 'choices' as const } : {};
  const { ssml, reprompt } = render({ parts, turn: 0, messages, ...offer }, { locale: LOCALE });
  await checkSsml(ssml);
  if (reprompt !== undefined) await checkSsml(reprompt);
}
