import { FORGET_ME_INTENT, NEW_MESSAGES_INTENT, NOTIFICATIONS_OFF_INTENT, NOTIFICATIONS_ON_INTENT } from '../intents';
import type { Wording } from './language';

const QUESTIONS = [
  ...[
    'what',
    "what's",
    'what is',
    'what are',
    'what time',
    'when',
    "when's",
    'when is',
    'where',
    "where's",
    'where is',
  ],
  ...['why', "why's", 'who', "who's", 'whose', 'which'],
  ...['how', "how's", 'how much', 'how many', 'how long', 'how do i'],
  ...['can', 'can i', 'can you', "can't", 'could', 'could i', 'could you', 'would', 'would you', 'will', 'will you'],
  ...['should', 'should i', 'shall', 'may'],
  ...['do', 'do i', 'do you', 'do you have', 'does', "doesn't", 'did', "didn't"],
  ...['has', 'have', 'have you got', 'is', 'is there', 'is it', "isn't", 'are', 'are there', 'are you', "aren't"],
  ...['am i', 'was', 'were'],
];

/** What is said of someone or something, alone or behind "if". */
const SUBJECTS = [
  ...['i', 'i have', 'i need', 'i want', "i'm", "i've", 'my', 'you', "you've", 'your', 'he', 'she', 'it', "it's"],
  ...['we', 'they', 'there', "there's", 'the', 'a', 'any'],
];

const STATEMENTS = [
  ...['i would like', "i'd", "i'd like", "i'll"],
  ...["you're", "we're", "we've", "we'd", "we'll", 'our', "they're", "they've", 'their'],
  ...["he's", "he'll", 'his', "she's", "she'll", 'her'],
  ...['someone', "someone's", 'somebody', "somebody's", 'anyone', 'anything'],
  ...['this', "that's", 'these', 'an', 'some', 'all', 'another'],
  ...['one', 'two', 'three', 'four', 'five', 'six', 'eight', 'ten', 'twelve'],
];

const REQUESTS = [
  ...['please', "don't", "let's", 'let me', 'tell me', 'give me', 'show me'],
  ...['book', 'reserve', 'order', 'buy', 'get', 'make', 'find', 'look', 'check', 'track', 'see'],
  ...['show', 'give', 'send', 'tell', 'call', 'put', 'connect', 'pay', 'transfer', 'top up', 'recharge', 'renew'],
  ...['change', 'move', 'switch', 'update', 'schedule', 'reschedule', 'set', 'add', 'return', 'report'],
  ...['block', 'deliver', 'bring', 'need', 'want'],
];

const GREETINGS = ['hello', 'hi', 'hey', 'good', "g'day", 'namaste', 'thanks', 'thank', 'ta', 'sorry', 'actually'];

export const ENGLISH: Wording = {
  launch: 'open {name}',
  ask: 'ask {name} about {topic}',
  reserved: {
    launchWords: ['run', 'start', 'play', 'resume', 'use', 'launch', 'ask', 'open', 'tell', 'load', 'begin', 'enable'],
    connectingWords: ['to', 'from', 'in', 'using', 'with', 'about', 'for', 'that', 'by', 'if', 'and', 'whether'],
    smallWords: ['a', 'an', 'the', 'of', 'on', 'at', 'as', 'my'],
    builtIns: [
      ...[
        'help',
        'help me',
        'can you help me',
        'stop',
        'off',
        'shut up',
        'cancel',
        'never mind',
        'forget it',
        'go home',
      ],
      ...['home', 'yes', 'yes please', 'sure', 'no', 'no thanks', 'repeat', 'repeat that', 'say that again'],
      ...['start over', 'restart', 'start again'],
    ],
  },
  carriers: [
    'um',
    'ask about',
    'ask for',
    'ask them',
    'tell them',
    'tell them that',
    'and ask',
    'and ask them',
    'and say',
    'and tell them',
    'and tell them that',
    'i have a question about',
    "i've got a question about",
  ],
  connectingWords: ['to', 'about', 'for', 'that', 'and', 'regarding', 'ask'],
  openings: [
    ...QUESTIONS,
    ...SUBJECTS,
    ...STATEMENTS,
    ...REQUESTS,
    ...GREETINGS,
    // Amazon counts "if" to the invocation where what follows fits a sample: the bot would hear a statement.
    ...['if', 'whether'].flatMap((word) => [
      word,
      ...[...SUBJECTS, "you're", "we're", "they're"].map((subject) => `${word} ${subject}`),
    ]),
  ],
  commands: {
    [NEW_MESSAGES_INTENT]: [
      'new messages',
      'any new messages',
      'any messages',
      'my messages',
      'my new messages',
      'read my messages',
      'read my new messages',
      'read me my messages',
      'check my messages',
      'check for messages',
      'check for new messages',
      'do i have messages',
      'do i have any messages',
      'do i have new messages',
      'do i have any new messages',
      'are there any messages',
      'are there any new messages',
      // Behind "if", "whether" or "that".
      'i have any messages',
      'i have any new messages',
      'there are any messages',
      'there are any new messages',
    ],
    [NOTIFICATIONS_ON_INTENT]: [
      'turn on notifications',
      'turn notifications on',
      'enable notifications',
      'send me notifications',
      'notify me',
    ],
    [NOTIFICATIONS_OFF_INTENT]: [
      'turn off notifications',
      'turn notifications off',
      'disable notifications',
      'stop notifications',
      'stop notifying me',
      'no more notifications',
    ],
    [FORGET_ME_INTENT]: [
      'forget me',
      'forget about me',
      'delete my data',
      'delete all my data',
      'delete everything about me',
      'delete everything you know about me',
    ],
  },
  topicCarriers: ['about'],
  topics: {
    'opening hours': ['opening times', 'business hours', 'hours'],
    prices: ['pricing', 'price list', 'rates', 'costs'],
    'special offers': ['offers', 'deals', 'discounts'],
    delivery: ['shipping', 'delivery times'],
    returns: ['refunds', 'exchanges'],
    payment: ['payments', 'ways to pay', 'billing'],
    parking: ['car park', 'parking spaces'],
    directions: ['location', 'address'],
    appointments: ['appointment times', 'free appointments'],
    bookings: ['reservations', 'availability'],
    cancellations: ['cancellation policy'],
    complaints: ['problems'],
    'customer service': ['customer care', 'customer support', 'support'],
  },
};
