import type { UserInput } from '../../lambda/conversation/action';
import { type Conversation, NEW_CONVERSATION, type Offer } from '../../lambda/conversation/conversation';
import { interpret } from '../../lambda/conversation/interpret';
import type { Question } from '../../lambda/conversation/reply';
import { voiceFor } from '../../lambda/speech/voice';

const voice = voiceFor('en-US');

function offerOf(labels: readonly string[], also: Partial<Offer> = {}): Offer {
  return { choices: labels.map((label) => ({ label })), labels, from: 0, to: labels.length, ...also };
}

const HALLS = offerOf(['North', 'South']);
const QUIT = offerOf(['quit'], { replies: ['QUIT'], synonyms: [['QUIT']], isNamed: true });

/** What is done with words in a conversation: the kind of it, or what the bot is told. */
function meant(said: string | UserInput, state: Partial<Conversation> = {}): string {
  const input: UserInput = typeof said === 'string' ? { kind: 'words', text: said } : said;
  const action = interpret(input, { ...NEW_CONVERSATION, turns: 3, ...state }, voice);
  if (action.kind !== 'send') return action.kind;
  const { input: told } = action;
  if (told.kind === 'choice') return `told: ${told.choice.label}`;
  return told.kind === 'answer' ? `answered: ${told.number ?? told.text}` : `told: ${'text' in told && told.text}`;
}

const command = (name: Extract<UserInput, { kind: 'command' }>['command']): UserInput => ({
  kind: 'command',
  command: name,
});
const YES = command('yes');
const NO = command('no');

test.each<[Question, string, string]>([
  ['go-on', 'go-on', 'skip-rest'],
  ['check', 'check', 'all-right'],
  ['person', 'check', 'nothing-else'],
  ['next-message', 'next-message', 'all-right'],
  ['answer-person', 'ask-reply', 'all-right'],
  ['delete-all', 'delete-all', 'all-right'],
  ['forget-me', 'forget', 'all-right'],
  ['anything-else', 'go-ahead', 'nothing-else'],
  ['what', 'go-ahead', 'nothing-else'],
  ['bot', 'told: yes', 'told: no'],
])('yes and no to our question %j, said in whatever words', (asked, yes, no) => {
  expect([meant(YES, { asked }), meant(NO, { asked })]).toEqual([yes, no]);
  if (asked !== 'bot') expect([meant('yes please', { asked }), meant('no thanks', { asked })]).toEqual([yes, no]);
});

describe('a yes or no to a question of ours', () => {
  test.each<Question>(['go-on', 'check', 'person', 'next-message', 'answer-person', 'delete-all', 'forget-me'])(
    'is one to %j, although a choice that waits behind it says the same',
    (asked) => {
      const state = { asked, offer: offerOf(['Yes', 'No']) };
      expect(meant('yes', state)).not.toMatch(/told/);
      expect(meant(NO, state)).not.toMatch(/told/);
    },
  );

  test.each<[string, Partial<Conversation>, string]>([
    ['yes', { guess: 1 }, 'told: South'],
    ['it is', { guess: 1 }, 'told: South'],
    ['yes south', { guess: 1 }, 'told: South'],
    ['no', { guess: 1 }, 'list-options'],
  ])('about a guess: %j', (said, state, expected) => {
    expect(meant(said, { asked: 'confirm-choice', offer: HALLS, ...state })).toBe(expected);
  });

  test.each<[string, Question, string]>([
    ["no that's it", 'check', 'all-right'],
    ["that's all thanks", 'check', 'all-right'],
    ["that's all thanks", 'person', 'nothing-else'],
    ['check again please', 'check', 'check'],
    ["i'm done", 'check', 'goodbye'],
    ["i'm done", 'go-on', 'goodbye'],
    ['no wait', 'go-on', 'wait'],
    ['hold on', 'delete-all', 'wait'],
    ['sure', 'delete-all', 'delete-all'],
  ])('%j to %j: %s', (said, asked, expected) => {
    expect(meant(said, { asked })).toBe(expected);
  });
});

describe('a choice', () => {
  test.each<[string | UserInput, Partial<Conversation>, string]>([
    ['yes', { offer: offerOf(['Renew it']) }, 'told: Renew it'],
    [YES, { offer: offerOf(['Renew it']) }, 'told: Renew it'],
    ['sounds good', { offer: offerOf(['Renew it']) }, 'told: Renew it'],
    ['no', { offer: offerOf(['Renew it']) }, 'told: no'],
    [NO, { offer: offerOf(['Renew it']) }, 'told: no'],
    ['yes', { offer: HALLS }, 'told: yes'],
    ['south', { offer: HALLS }, 'told: South'],
    ['norse', { offer: HALLS }, 'ask-whether'],
    ['more options', { offer: HALLS }, 'more-options'],
    ['what are the options', { offer: HALLS }, 'list-options'],
    [command('help'), { offer: offerOf(['Help', 'Prices']) }, 'told: Help'],
    [command('help'), { offer: offerOf(['Toothache… help!', 'Prices']) }, 'help'],
    [command('help'), { offer: HALLS }, 'help'],
    [command('goodbye'), { offer: offerOf(['Goodbye', 'Prices']) }, 'goodbye'],
    [{ kind: 'cancel' }, { offer: offerOf(['Cancel', 'Prices']) }, 'told: Cancel'],
    [{ kind: 'cancel' }, { offer: HALLS }, 'goodbye'],
    [{ kind: 'cancel' }, {}, 'goodbye'],
    [{ kind: 'no-match' }, { offer: HALLS }, 'no-match'],
    [{ kind: 'launch' }, { offer: HALLS }, 'welcome'],
  ])('%j: %j', (said, state, expected) => {
    expect(meant(said, { asked: 'choices', ...state })).toBe(expected);
  });

  test('is not what "more options" asks for where none were asked about', () => {
    expect(meant(command('next'), { asked: 'bot', offer: HALLS })).toBe('told: next');
  });

  test.each<[string | UserInput, Question, string]>([
    ['quit', 'bot', 'told: QUIT'],
    ['quit please', 'bot', 'told: QUIT'],
    ['i would never quit such a court', 'bot', 'told: i would never quit such a court'],
  ])('that is a word the bot asks for: %j behind %j', (said, asked, expected) => {
    expect(meant(said, { asked, offer: QUIT })).toBe(expected);
  });

  test.each<[Question, string]>([
    ['bot', 'told: CANCEL'],
    ['anything-else', 'goodbye'],
  ])('that leaves, at the foot of a text, is meant by "cancel" only where the bot asks: %j', (asked, expected) => {
    const offer = offerOf(['cancel'], { replies: ['CANCEL'], isNamed: true });
    expect(meant({ kind: 'cancel' }, { asked, offer })).toBe(expected);
  });
});

describe('words for messages that wait', () => {
  test.each<[string, Partial<Conversation>, string]>([
    ['next', { asked: 'go-on' }, 'go-on'],
    ['next', { asked: 'next-message' }, 'next-message'],
    ['next', { asked: 'answer-person' }, 'next-message'],
    ['next', { asked: 'anything-else', readAt: 3 }, 'next-message'],
    ['next', { asked: 'anything-else', readAt: 2 }, 'told: next'],
    ['skip this message', { asked: 'next-message' }, 'skip-message'],
    ['skip this message', { asked: 'anything-else' }, 'told: skip this message'],
    ['delete all', { asked: 'next-message' }, 'ask-delete'],
    ['delete all', { asked: 'anything-else' }, 'told: delete all'],
    ['reply', { asked: 'next-message' }, 'ask-reply'],
    ['reply', { asked: 'answer-person' }, 'ask-reply'],
    ['reply', { asked: 'anything-else', withPerson: true }, 'ask-reply'],
    ['reply', { asked: 'person', withPerson: true }, 'ask-reply'],
    ['reply', { asked: 'bot', withPerson: true }, 'ask-reply'],
    ['reply', { asked: 'what', withPerson: true }, 'told: reply'],
    ['reply', { asked: 'anything-else' }, 'told: reply'],
    ['any new messages', { asked: 'bot' }, 'unread-messages'],
    ['turn on notifications', { asked: 'bot' }, 'notify-on'],
    ['turn off notifications', { asked: 'bot' }, 'notify-off'],
    ['forget me', { asked: 'bot' }, 'ask-forget'],
    ['check again', { asked: 'check' }, 'check'],
    ['check again', { asked: 'person' }, 'check'],
    ['check again', { asked: 'anything-else' }, 'told: check again'],
    [
      'check again',
      {
        asked: 'anything-else',
        outbox: [{ id: '1', input: { kind: 'text', text: 'tea' }, saidAt: 1, state: 'sent' }],
      } as never,
      'check',
    ],
  ])('%j, %j: %s', (said, state, expected) => {
    expect(meant(said, state)).toBe(expected);
  });
});

describe('what the bot asks for', () => {
  const scale = { kind: 'number', min: 1, max: 10 } as const;

  test.each([
    ['seven', 'answered: 7'],
    ["they were late but i'd say seven", 'answered: 7'],
    ['one', 'answered: 1'],
    ['ten', 'answered: 10'],
    ['eleven', 'out-of-range'],
    ['zero', 'out-of-range'],
    ['seven for the food and three for the service', 'several-numbers'],
    ['it was lovely', 'answered: it was lovely'],
  ])('as a number: %j', (said, expected) => {
    expect(meant(said, { asked: 'bot', inputRequest: scale })).toBe(expected);
  });

  test('as words is told as said', () => {
    const inputRequest = { kind: 'text' } as never;
    expect(meant('seven', { asked: 'bot', inputRequest })).toBe('answered: seven');
  });

  test('as a code is told in digits', () => {
    const said = [{ text: 'What is your PIN?' }];
    expect(meant('oh four double seven', { asked: 'bot', said })).toBe('told: 0477');
    expect(meant('my pin is oh four double seven', { asked: 'bot', said })).toBe('told: 0477');
  });
});
