import { phrases } from '../../../lambda/speech/phrases';
import { VENDORS } from '../names/vendors';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { eachExchange, endOf, type Heard, heardIn } from '../talk/spots';
import { heldIn, type WordList } from '../words';

/** What is said for an address of the web, and how the letters of one are read out. */
const ADDRESS =
  /(?:https?:\/\/|\bwww\.)\S+|\bw ?w ?w ?(?:dot|punkt|punto|point|ponto|\.)|\b[a-z0-9-]{2,}\.(?:com|org|net|info|io|app|biz|clinic|shop|de|at|ch|fr|es|it|nl|be|pt|br|jp|uk|eu|ca|au|mx)(?:\/\S*)?(?![\p{L}\p{N}])/iu;
const LEAST_TOPICS = 4;

/** What a bot says. Lists of words see what is said, not what is meant: what they hit a person has to look at. */
export const BOT_RULES: readonly Rule[] = [
  wordRule('rude', {
    id: 'BOT-RUDE',
    finds: 'A rude word, by a short list for each language.',
    remedy: 'Have the bot say it in other words',
    source: source('scanner', 'toxic output'),
    ask: 'Is that meant to be said',
  }),
  wordRule('rating', {
    id: 'BOT-RATING',
    finds: 'A request for a good rating.',
    remedy: 'Leave it out: Amazon forbids it',
    source: source('scanner', 'asks for a positive rating'),
    ask: 'Does the bot ask for a good rating',
  }),
  {
    id: 'BOT-ADDRESS',
    severity: 'question',
    finds: 'An address of the web that is read out.',
    remedy: 'Have the bot write it as a link: it is sent to the Alexa app then',
    source: source('scanner', 'media and URL content'),
    needsTalk: true,
    look: eachExchange(({ heard }) => {
      const [found] = ADDRESS.exec(heard) ?? [];
      return found === undefined ? undefined : `Is an address read out? "${found}"`;
    }),
  },
  wordRule('personal', {
    id: 'BOT-PERSONAL',
    finds: 'A question for what tells who somebody is: name, number, address, date of birth.',
    remedy: 'Say in the privacy policy what is asked for and why, or do not ask by voice',
    source: source('scanner', 'data collected by outputs'),
    ask: 'Does the privacy policy say that the bot asks for this',
  }),
  wordRule('payment', {
    id: 'BOT-PAYMENT',
    finds: 'Talk of cards, accounts and passwords, which no skill may ask for.',
    remedy: 'Send people elsewhere to pay and to log in',
    source: source('policy', 'purchases'),
    ask: 'Is anybody asked for what pays, or for a password',
  }),
  wordRule('health', {
    id: 'BOT-HEALTH',
    finds: 'Talk of symptoms, medication and doses, without a word that it is no medical advice.',
    remedy: 'Have the bot say first that it gives no medical advice',
    source: source('scanner', 'health category without disclaimer'),
    ask: 'Does the bot give medical advice',
    unless: 'disclaimer',
  }),
  wordRule('advertising', {
    id: 'BOT-ADVERTISING',
    finds: 'Advertising, which a skill may hold in few forms, and a notification never.',
    remedy: 'Leave it out, or set containsAds to true and read what Amazon allows',
    source: source('policy', 'advertising'),
    ask: 'Is that advertising',
  }),
  wordRule('endorsed', {
    id: 'BOT-ENDORSED',
    finds: 'Words by which Amazon seems to stand behind the bot.',
    remedy: 'Have the bot speak for the business alone',
    source: source('policy', '1'),
    ask: 'Does the bot speak for Amazon',
  }),
  {
    id: 'BOT-VENDOR',
    severity: 'question',
    finds: 'The name of a vendor.',
    remedy: "Have the bot speak of the business alone: a vendor's mark is somebody else's",
    source: source('policy', '1a'),
    needsTalk: true,
    look: eachExchange(({ heard }) => {
      const [found] = VENDORS.exec(heard) ?? [];
      return found === undefined ? undefined : `May the bot name "${found}"? It is the mark of a vendor`;
    }),
  },
  {
    id: 'BOT-SAME',
    severity: 'question',
    finds: 'The same answer to whatever is asked.',
    remedy: 'Look at the bot: it seems to understand nothing of what your topics say',
    source: source('functional', '3.1'),
    needsTalk: true,
    look: ({ talk }) =>
      localesOf(talk).flatMap((locale): readonly Spot[] => {
        const answers = answersIn(talk, locale);
        const [first = ''] = answers;
        const isSame = answers.length >= LEAST_TOPICS && new Set(answers).size === 1 && first !== '';
        return isSame
          ? [
              {
                locale,
                at: 'what people ask about',
                what: `Does the bot understand its topics? To ${answers.length} it said: "${first}"`,
              },
            ]
          : [];
      }),
  },
  {
    id: 'BOT-SILENT',
    severity: 'warning',
    finds: 'A bot that did not answer while Alexa waits, to half of what is asked or more.',
    remedy: 'Have it answer within five seconds: what comes later is only heard at the next turn',
    source: source('functional', '3.1'),
    needsTalk: true,
    look: ({ talk }) =>
      localesOf(talk).flatMap((locale): readonly Spot[] => {
        const asked = topicsIn(talk, locale);
        const silent = asked.filter(isUnanswered);
        return silent.length > 0 && silent.length * 2 >= asked.length
          ? [
              {
                locale,
                at: 'what people ask about',
                what: `${silent.length} of ${asked.length} questions were not answered in time`,
              },
            ]
          : [];
      }),
  },
  {
    id: 'BOT-UNREACHABLE',
    severity: 'error',
    finds: 'A bot that could not be reached, or failed.',
    remedy: 'Find out why:  aloud doctor',
    source: source('functional', 'no error while it is tested'),
    needsTalk: true,
    look: eachExchange(({ heard, act, locale }) =>
      act !== 'outage' && sayings(locale, FAILED).some((said) => heard.includes(said))
        ? `The bot failed: "${endOf(heard)}"`
        : undefined,
    ),
  },
  {
    id: 'BOT-STAND-IN',
    severity: 'question',
    finds: 'That the bot of the conversations was the one that stands in for yours.',
    remedy: 'Set ALOUD_PLATFORM and the credentials, and run  aloud certify --bot own',
    source: source('functional', 'the skill as it is published'),
    needsTalk: true,
    asksAlways: true,
    look: ({ talk }) =>
      talk?.bot === 'simulated'
        ? [{ what: 'What does your own bot say? The conversations were with the one that stands in for it' }]
        : [],
  },
  {
    id: 'BOT-MODERATED',
    severity: 'question',
    finds: 'Whether what a bot makes up, or people write into it, is looked over.',
    remedy: 'Filter what the bot makes up, and say in testingInstructions how',
    source: source('policy', 'content'),
    asksAlways: true,
    look: ({ manifest }) =>
      manifest
        ? [
            {
              what: 'Does the bot make its answers up, or repeat what strangers wrote? Who sees to it that nothing rude, false or dangerous is said?',
            },
          ]
        : [],
  },
];

function wordRule(
  list: WordList,
  { ask, unless, ...rule }: Omit<Rule, 'look' | 'severity'> & { readonly ask: string; readonly unless?: WordList },
): Rule {
  return {
    ...rule,
    severity: 'question',
    needsTalk: true,
    look: eachExchange(({ heard, locale }) => {
      const found = heldIn(heard, list, locale);
      if (found === undefined || (unless && heldIn(heard, unless, locale) !== undefined)) return undefined;
      return `${ask}? It says "${found}"`;
    }),
  };
}

type Talk = Subject['talk'];

function localesOf(talk: Talk): readonly string[] {
  return [...new Set((talk?.conversations ?? []).map(({ locale }) => locale))];
}

/** What was asked in one conversation after the other, and answered. */
function topicsIn(talk: Talk, locale: string): readonly Heard[] {
  const asked = heardIn(talk?.conversations ?? []).filter((one) => one.locale === locale && one.about === TOPICS);
  return asked.filter(({ act, verdict }) => act === 'words' && !verdict);
}

const TOPICS = 'what people ask about';

/** What was said first: what is asked behind it differs by chance. */
function answersIn(talk: Talk, locale: string): readonly string[] {
  return topicsIn(talk, locale).map(({ heard }) => heard.split(/(?<=[.!?。！？؟।])\s*/u)[0] ?? '');
}

function isUnanswered({ heard, locale }: Heard): boolean {
  return heard === '' || sayings(locale, UNANSWERED).some((said) => heard.includes(said));
}

const UNANSWERED = ['passed-on', 'still-coming', 'held', 'error.slow'] as const;
const FAILED = ['error.trouble', 'error.unreachable', 'error.busy', 'error.refused'] as const;
/** A phrase has no more wordings. */
const WORDINGS = [0, 1, 2, 3, 4];

/** How Aloud says something itself, in each of its wordings. */
function sayings(locale: string, keys: readonly (typeof UNANSWERED | typeof FAILED)[number][]): readonly string[] {
  const words = phrases(locale);
  return [...new Set(keys.flatMap((key) => WORDINGS.map((turn) => words.say(key, { turn }))))];
}
