import type { Random } from '../chaos/random';
import { casesOf, corpusLanguages } from '../test/speech/corpus/cases';
import { localeOf } from '../test/speech/corpus/heard';
import { mutateText, stretchText } from './mutate';

/** What a bot says at once. */
export interface Said {
  readonly text: string;
  readonly options: readonly string[];
}

/** What a bot says to the first words of a user, and what the user goes on to say. */
export interface Talk {
  readonly locale: string;
  readonly said: readonly Said[];
  /** The names of intents, or words. */
  readonly later: readonly string[];
}

const TEXTS = [
  'Hello! I am **Molly**, the night voice of Bluebell Dental. 🦷',
  'What can I do for you?',
  '## Opening hours\n\n- **Monday**: 8 AM – 6 PM\n- **Tuesday**: closed\n\nAt the weekend there is the [line](tel:+15550162).',
  '<p>A <b>check-up</b> is $60, cleaning &amp; polish $85.</p><ul><li>One</li><li>Two</li></ul>',
  'Reply 1 for yes, 2 to go back, or type AGENT to talk to a person.',
  '| Day | From |\n|---|---|\n| Monday | 9:30 |',
  'Your order #12345 of 2026-03-15 is on its way: https://x.example/track?id=12345&lang=en',
  'Please enter your e-mail address (e.g. anne@x.example).',
];
const OPTIONS = ['Yes', 'No, thanks', 'Monday 🎉', '10:30', '$10', 'Talk to a *person*', 'Option A'];
/** What asks for the rest of a long answer, picks what was offered, or has it said again. */
const LATER = [
  ...['AMAZON.YesIntent', 'AMAZON.NoIntent', 'AMAZON.NextIntent', 'AMAZON.RepeatIntent', 'AMAZON.HelpIntent'],
  ...['AMAZON.StopIntent', 'AMAZON.FallbackIntent', 'more options', 'yes', 'the first one', 'two', 'anything else'],
];

interface Size {
  readonly texts: number;
  readonly changes: number;
  /** What is repeated is no longer, in characters. */
  readonly longest: number;
  /** How many options there are. */
  readonly options: readonly number[];
}

/** What is wrong is so in how odd pieces meet; how long a text is matters for time and memory alone. */
const SMALL: Size = { texts: 1, changes: 3, longest: 60, options: [0, 0, 0, 0, 1, 2, 3] };
const MIDDLING: Size = { texts: 3, changes: 4, longest: 800, options: [0, 0, 2, 3, 7] };
const LONG: Size = { texts: 4, changes: 3, longest: 2000, options: [0, 0, 2, 7, 40] };
const SIZES = { small: 78, middling: 20, long: 2 };
const LENGTHS = { '4000': 6, '12000': 4, '40000': 2, '90000': 1 };
const LONGEST_OPTION = 2000;

/** A talk with something odd in it: most are short, one in fifty is long. */
export function makeTalk(random: Random): Talk {
  const kind = random.weighted(SIZES);
  const size = { small: SMALL, middling: MIDDLING, long: LONG }[kind];
  const locale = localeFor(random);
  const said = Array.from({ length: random.between(1, size.texts) }, (_, index) => {
    const length = kind === 'long' && index === 0 ? Number(random.weighted(LENGTHS)) : 0;
    return makeSaid(random, size, locale, length);
  });
  const turns = Number(random.weighted({ '0': 5, '1': 4, '2': 2, '3': 1 }));
  return { locale, said, later: Array.from({ length: turns }, () => random.pick(LATER)) };
}

function makeSaid(random: Random, { changes, longest, options }: Size, locale: string, length: number): Said {
  let text = exampleIn(locale, random);
  if (random.chance(0.2)) text = spliced(text, exampleIn(locale, random), random);
  if (length > 0) text = stretchText(text, random, length);
  for (let left = random.between(1, changes); left > 0; left--) text = mutateText(text, random, longest);
  return {
    text,
    options: Array.from({ length: random.pick(options) }, () => {
      const option = random.pick(OPTIONS);
      return random.chance(0.3) ? mutateText(option, random, longest).slice(0, LONGEST_OPTION) : option;
    }),
  };
}

/** A part of one text within the other. */
function spliced(text: string, other: string, random: Random): string {
  const [at, from] = [random.between(0, text.length), random.between(0, other.length)];
  return text.slice(0, at) + other.slice(from, from + random.between(1, 80)) + text.slice(at);
}

const LOCALES = corpusLanguages().map(localeOf);

function localeFor(random: Random): string {
  return random.chance(0.6) ? random.pick(['en-US', 'en-US', 'en-US', 'en-GB', 'en-IN']) : random.pick(LOCALES);
}

const messages = new Map<string, readonly string[]>();

function exampleIn(locale: string, random: Random): string {
  if (random.chance(0.3)) return random.pick(TEXTS);
  const [language = ''] = locale.split('-');
  const known = messages.get(language) ?? casesOf(language).map(({ message }) => message);
  messages.set(language, known);
  return random.pick(known);
}
