import { isUnspaced } from '../lambda/languages/unspaced';
import { wordingOf } from '../lambda/skill/wording';

/** What is wrong with an invocation name by Amazon's rules for it. */
export interface NameFault {
  readonly code:
    | 'capitals'
    | 'digits'
    | 'characters'
    | 'wake-word'
    | 'skill-word'
    | 'launch-word'
    | 'connecting-word'
    | 'small-word'
    | 'one-word'
    | 'long';
  readonly message: string;
  /** Amazon takes it from whoever owns the brand. */
  readonly isWarning?: true;
}

const WAKE_WORDS = ['alexa', 'amazon', 'echo', 'computer', 'ziggy'];
const SKILL_WORDS = ['skill', 'app'];
/** Letters, spaces between words, an apostrophe inside or behind a word, a period behind a single letter. */
const WRITTEN = /^(?:\p{L}[\p{L}\p{M}']*|\p{L}\.)(?: (?:\p{L}[\p{L}\p{M}']*|\p{L}\.))*$/u;
const MOST_WORDS = 3;

/** https://developer.amazon.com/docs/custom-skills/choose-the-invocation-name-for-a-custom-skill.html */
export function nameFaults(name: string, locale: string): readonly NameFault[] {
  if (name !== name.toLocaleLowerCase(locale))
    return [{ code: 'capitals', message: 'has capitals: write it in lower case' }];
  if (/\d/.test(name)) return [{ code: 'digits', message: 'has digits: write numbers in words' }];
  if (!WRITTEN.test(name)) {
    return [
      {
        code: 'characters',
        message: 'has signs that are not spoken: letters, spaces, apostrophes and the periods of "b. b. c." are taken',
      },
    ];
  }
  const words = name.split(' ');
  const { launchWords, connectingWords, smallWords, wakeWords = [], skillWords = [] } = wordingOf(locale).reserved;
  const held = (list: readonly string[]) => words.find((word) => list.includes(word));
  const [wake, skill] = [held([...WAKE_WORDS, ...wakeWords]), held([...SKILL_WORDS, ...skillWords])];
  const launch = held(launchWords);
  const connecting = held(connectingWords);
  const small = words.length === 2 ? held(smallWords) : undefined;
  return [
    ...(wake
      ? [{ code: 'wake-word' as const, message: `holds "${wake}", which wakes Echos: Amazon refuses that` }]
      : []),
    ...(skill ? [{ code: 'skill-word' as const, message: `holds "${skill}": Amazon refuses that` }] : []),
    ...(launch
      ? [
          {
            code: 'launch-word' as const,
            message: `holds "${launch}", with which skills are opened: Amazon refuses that`,
          },
        ]
      : []),
    ...(connecting
      ? [
          {
            code: 'connecting-word' as const,
            message: `holds "${connecting}", which joins a name to a request: Amazon refuses that`,
          },
        ]
      : []),
    ...(small
      ? [
          {
            code: 'small-word' as const,
            message: `is "${small}" and one word: Amazon wants two words that mean something`,
          },
        ]
      : []),
    ...(words.length === 1 && !isUnspaced(name)
      ? [
          {
            code: 'one-word',
            message: 'is one word: Amazon takes that only where it is your brand',
            isWarning: true,
          } as const,
        ]
      : []),
    ...(words.length > MOST_WORDS
      ? [{ code: 'long', message: `has ${words.length} words: people remember three`, isWarning: true } as const]
      : []),
  ];
}
