import { wordingOf } from '../../lambda/skill/wording';
import { askingWords, openingWords } from '../echo/invocation';
import { ABROAD } from '../platforms/abroad';
import type { BotWords } from '../platforms/bot-abroad';

/** What turns the yellow light off. The Echo answers it by itself. */
export const READ_NOTIFICATIONS = 'Alexa, read my notifications';

/** Things to say to the demo's bot, by whether the microphone is open, and to the Echo while its light is yellow. */
export interface Suggestions {
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly notified: readonly string[];
}

export function suggestions(locale: string, invocationName: string): Suggestions {
  const words = ABROAD[locale.split('-', 1)[0] ?? ''];
  return words ? suggestionsAbroad(locale, invocationName, words) : englishSuggestions(invocationName);
}

/** What the bot offers in the language, and what any business is asked about. */
function suggestionsAbroad(locale: string, invocationName: string, { options, booking }: BotWords): Suggestions {
  const topics = Object.keys(wordingOf(locale).topics).slice(0, TOPICS);
  const labels = [...Object.values(options), ...(booking.answers[0] ?? []).map(([title]) => title)];
  return {
    closed: [
      openingWords(locale, invocationName),
      ...topics.map((topic) => askingWords(locale, invocationName, topic)),
    ],
    open: labels.map((label) => label.replace(PICTURES, '').trim()),
    notified: [READ_NOTIFICATIONS],
  };
}

const TOPICS = 3;
const PICTURES = /\p{Extended_Pictographic}\p{Variation_Selector}?/gu;

function englishSuggestions(invocationName: string): Suggestions {
  return {
    closed: [
      `Alexa, open ${invocationName}`,
      `Alexa, ask ${invocationName} how much is a check-up`,
      `Alexa, ask ${invocationName} about the prices`,
      `Alexa, tell ${invocationName} that I have toothache`,
      `Alexa, ask ${invocationName} for any new messages`,
    ],
    open: [
      'What are your opening hours?',
      'Book an appointment',
      'Tell me the whole story',
      'How do I find you?',
      'Tell me a joke',
      'I want to talk to a person',
      'Any new messages?',
      'Turn on notifications',
      'Say that again',
      'Stop',
    ],
    notified: [READ_NOTIFICATIONS],
  };
}
