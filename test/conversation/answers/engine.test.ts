import type { Decision } from '../../../lambda/conversation/answers/decision';
import { written } from './corpus';
import { english } from './english';

const decide = (labels: readonly string[], said: string, more = {}) =>
  english.decide({ labels, from: 0, to: labels.length, ...more }, said);

describe('what an answer means', () => {
  test.each<[string, string, string, string]>([
    ['a label among courtesies', 'Tea|Coffee', 'could i have a coffee please', 'Coffee'],
    ['a part of a label', 'Checking account|Savings account', 'from savings', 'Savings account'],
    ['what was added follows', 'Tea|Coffee', 'a coffee please with oat milk', 'Coffee + with oat milk'],
    ['"and" is no part of it', 'Tea|Coffee', 'tea and do you have cake', 'Tea + do you have cake'],
    ['a number that a label holds', '2|4|6', 'two', '2'],
    ['a position where no label is a number', 'Red|Green|Blue', 'number two', 'Green'],
    ['an ordinal of a label', 'Third floor|Second floor|First floor', 'first', 'First floor'],
    ['a number that no label holds', '2|4|6', 'three', 'words'],
    ['a time in words', '9:45|10:30|11:15', 'half past ten', '10:30'],
    ['an hour', '2 pm|3 pm', 'three', '3 pm'],
    ['a date', 'March 3|March 15', 'the fifteenth of march', 'March 15'],
    ['a date of no label', 'March 3|March 15', 'the second of march', 'words'],
    ['an amount', '$10|$20', 'twenty bucks', '$20'],
    ['a price', 'Small for 5.99|Large for 9.99', 'nine ninety nine', 'Large for 9.99'],
    ['a count is no position', 'Stalls|Balcony|Box', 'two tickets', 'words'],
    ['a day is no position', 'Stalls|Balcony|Box', 'the 1st of march', 'words'],
    ['the last but one', 'Red|Green|Blue', 'the last but one', 'Green'],
    ['the middle one', 'Red|Green|Blue', 'the middle one', 'Green'],
    ['two in the middle', 'Red|Green|Blue|Black', 'the middle one', 'which Green | Blue'],
    ['a letter', 'Red|Green|Blue', 'option b', 'Green'],
    ['several that fit', 'Light blue|Dark blue|Red', 'blue', 'which Light blue | Dark blue'],
    ['one of them in full', 'Blue|Light blue', 'blue', 'Blue'],
    ['a correction', 'Single|Double', 'the single no sorry the double', 'Double'],
    ['an exclusion', 'Suite|Double', 'not the suite the double', 'Double'],
    ['several exclusions', 'Red|Green|Blue|Black', 'no red no green no black', 'Blue'],
    ['an exclusion by comparison', 'Tea|Coffee', 'i would rather have coffee than tea', 'Coffee'],
    ['an initial', 'Gate 2|Gate 5', 'g five', 'Gate 5'],
    ['what an option does is said of it', 'Red|White', 'red makes me sleepy', 'words'],
    ['an ability is no choice', 'Beginners|Lane swimming', 'i can swim two lengths', 'words'],
    ['a common word that sounds like one', 'Sea view|Garden view', 'i see', 'confirm Sea view'],
    ['a phrase that only sounds like one', 'Sea view|Garden view', 'let me see', 'words'],
    ['an option that is taken back', 'Pizza|Pasta', 'i usually have pizza but not today', 'words'],
    ['what an option sounds like', 'Pizza|Pasta', 'pizza sounds heavy', 'words'],
    ['a greeting', 'Morning|Evening', 'good morning', 'words'],
    ['a farewell', 'Track order|Talk to us', 'talk to you later', 'words'],
    ['no idea', 'Yes|No', 'no idea', 'words'],
    ['a yes and a question', 'Yes|No', 'yes who is this', 'Yes + who is this'],
    ['the one at a time', '10:30|11:15', 'the ten thirty one please', '10:30'],
    ['a story before it', 'Yoga|Zumba', 'i hurt my back so yoga please', 'Yoga'],
    ['a story without an option behind it', 'Card|Cash', 'i lost my wallet so no card', 'words'],
    ['one or the other', 'Gold|Silver|Bronze', "silver or bronze i can't decide", 'which Silver | Bronze'],
    ['a question about both', 'Red|White', 'red or white what do you recommend', 'words'],
    ['all but one', 'Suite|Double|Single', 'anything but the suite', 'which Double | Single'],
    ['a stutter', 'Single room|Suite', 'the sing the single room', 'Single room'],
    ['a homophone', 'Mail|Phone', 'male', 'Mail'],
    ['a mis-hearing', 'Comedy|Horror', 'commedy', 'Comedy'],
    ['what sounds like it', 'Drama|Comedy', 'a drummer', 'confirm Drama'],
    ['a yes', 'Yes, cancel it|No, keep it', 'sure', 'Yes, cancel it'],
    ['a no in other words', 'Yes, cancel it|No, keep it', 'never mind', 'No, keep it'],
    ['two labels that begin with yes', 'Yes, nuts|Yes, milk|No', 'yes', 'which Yes, nuts | Yes, milk'],
    ['a refusal that holds a label', "Yes, that's right|No, I've moved", "that's not right", "No, I've moved"],
    ['emoji do not count', '🍕 Pizza|🍔 Burger', 'pizza', '🍕 Pizza'],
    ['signs are said', 'AT&T|T-Mobile', 'a t and t', 'AT&T'],
    ['asked for again', 'Tea|Coffee', 'what were they', 'list'],
    ['asked for more', 'Tea|Coffee|Milk|Water', 'what else is there', 'more'],
    ['none', 'Tea|Coffee', 'none of them', 'none'],
    ['both', 'Tea|Coffee', 'both of them', 'all'],
    ['both of three', 'Tea|Coffee|Milk', 'both of them', 'words'],
    ['all', 'Tea|Coffee|Milk', 'all of them please', 'all'],
    ['a label before a command', 'Repeat order|Cancel order', 'repeat', 'Repeat order'],
    ['one word of a sentence is no choice', 'Bill|Contract', 'my name is bill', 'words'],
    ['a question about an option', 'Suite|Double', 'does the suite have a balcony', 'words'],
    ['a paraphrase', 'Music|Sports', 'a concert', 'words'],
    ['nothing', 'Music|Sports', '', 'words'],
  ])('%s', (_what, labels, said, outcome) => {
    const offered = { labels: labels.split('|') };
    expect(written(decide(offered.labels, said), { ...offered, from: 0, to: 0 })).toBe(outcome);
  });

  test('positions count among the options read out last, and beyond them among all', () => {
    const labels = ['Ale', 'Beer', 'Cider', 'Dry gin', 'Eggnog'];
    expect(decide(labels, 'the second one', { from: 3, to: 5 })).toMatchObject({ kind: 'choose', index: 4 });
    expect(decide(labels, 'the third one', { from: 3, to: 5 })).toMatchObject({ kind: 'choose', index: 2 });
    expect(decide(labels, 'the last one you said', { from: 0, to: 3 })).toMatchObject({ kind: 'choose', index: 2 });
    expect(decide(labels, 'the last one', { from: 0, to: 3 })).toMatchObject({ kind: 'which', indexes: [2, 4] });
    expect(decide(labels, 'the last one', { from: 3, to: 5 })).toMatchObject({ kind: 'choose', index: 4 });
  });

  test('other words for an option name it, too', () => {
    const synonyms = [['telly', 'the box'], []];
    expect(decide(['Television', 'Radio'], 'the box please', { synonyms })).toMatchObject({ kind: 'choose', index: 0 });
  });

  const accounts = ['Main account', 'Second account'];
  test.each([
    ['checking', [['checking'], ['savings']], 'Main account'],
    ['from the checking please', [['checking'], ['savings']], 'Main account'],
    ['the second one', [['savings'], ['checking']], 'Second account'],
    ['main', [['second'], ['main']], 'Main account'],
    ['yes', [['yes please'], ['no thanks']], 'Main account'],
    ['rather not', [['yes please'], ['no thanks']], 'Second account'],
    ['step', [['next step'], []], 'words'],
    ['payload', [['payload'], ['payload']], 'words'],
  ])('%s, where other words %j stand for options, is %s', (said, synonyms, outcome) => {
    expect(written(decide(accounts, said, { synonyms }), { labels: accounts, from: 0, to: 2 })).toBe(outcome);
  });

  test('the words of the question are no wish of their own', () => {
    const question = 'Which pool would you like to swim in?';
    expect(decide(['North', 'South'], 'to swim in the north pool', { question })).toEqual(
      expect.objectContaining({ kind: 'choose', index: 0 }) as Decision,
    );
  });

  // A question, a wish or a fact is told to the bot; what says why, that it is right or that this was all is not.
  test.each([
    ['the double that sounds good to me', undefined],
    ['the double that one works best for us', undefined],
    ['the double good choice', undefined],
    ['the double so we have more space', undefined],
    ['the double with him so he can sleep', undefined],
    ['the double because the suite is too dear', undefined],
    ['the double for our trip', undefined],
    ['the double and that is all i need', undefined],
    ['the double nothing else for now', undefined],
    ["the double if that's still available", undefined],
    ['the double perhaps a place to read', undefined],
    ['the double please for my sister', 'for my sister'],
    ['the double so what time is breakfast', 'so what time is breakfast'],
    ['the double so i want breakfast too', 'so i want breakfast too'],
    ['the double please i have a dog', 'i have a dog'],
    ['the double please with a good mattress', 'with a good mattress'],
    ['the double please a good seat by the window', 'a good seat by the window'],
    ['the double please two nights would be fine', 'two nights would be fine'],
    ['the double please but not next to the lift', 'but not next to the lift'],
  ])('%s', (said, rest) => {
    const decision = decide(['Single', 'Double', 'Suite'], said);
    expect(decision).toMatchObject({ kind: 'choose', index: 1 });
    expect(decision.kind === 'choose' && decision.rest).toBe(rest);
  });

  test('it tells by which rule, and how sure it is', () => {
    const labels = ['Checking account', 'Savings account'];
    expect(decide(labels, 'savings account')).toMatchObject({ rule: 'exact', confidence: 1 });
    expect(decide(labels, 'the second one')).toMatchObject({ rule: 'position' });
    expect(decide(labels, 'savongs')).toMatchObject({ rule: 'sound' });
  });
});

describe('a yes or no to a question', () => {
  test.each<[string, Parameters<typeof english.yesNo>[1], 'yes' | 'no' | undefined]>([
    ['that is correct', 'confirmation', 'yes'],
    ["that won't work", 'confirmation', 'no'],
    ['sounds good to me', 'offer', 'yes'],
    ["that's it", 'anything-else', 'no'],
    ["that's it", 'confirmation', 'yes'],
    ["i'm good", 'anything-else', 'no'],
    ['never mind', 'anything-else', 'no'],
    ['sure go ahead', 'go-on', 'yes'],
    ['keep going', 'go-on', 'yes'],
    ['great', 'delete', undefined],
    ['thanks', 'delete', undefined],
    ['yes delete them', 'delete', 'yes'],
    ['no wait yes', 'confirmation', 'yes'],
    ['yes but make it two', 'confirmation', undefined],
    ["okay that's all", 'anything-else', 'no'],
    ["yes that's enough", 'go-on', 'no'],
    ["okay i don't think so", 'confirmation', 'no'],
    ['sure not now', 'offer', 'no'],
    ['okay keep them', 'delete', 'no'],
    ["yes don't", 'delete', undefined],
    ["yes that's not right", 'confirmation', undefined],
    ['i think that would work', 'confirmation', 'yes'],
    ['i disagree', 'confirmation', 'no'],
    ['yes because i am late', 'confirmation', 'yes'],
    ["no i'll manage without", 'offer', 'no'],
    ['no i want to book a table', 'anything-else', undefined],
    ['yes read them', 'delete', undefined],
    ['what does it cost', 'offer', undefined],
  ])('%s (%s)', (said, kind, answer) => {
    expect(english.yesNo(said, kind)).toBe(answer);
  });

  test.each<[string, Parameters<typeof english.yesNo>[1], string, 'yes' | 'no' | undefined]>([
    ['check again please', 'confirmation', 'Shall I check again?', 'yes'],
    ['no need to check again', 'confirmation', 'Shall I check again?', 'no'],
    ['check my order again', 'confirmation', 'Shall I check again?', undefined],
    ['look up my order', 'confirmation', 'Shall I look again?', undefined],
    ['i would like to reply', 'offer', 'Would you like to reply?', 'yes'],
    ['yes delete the messages', 'delete', 'Shall I delete all your messages?', 'yes'],
    ['all messages', 'delete', 'Shall I delete all your messages?', undefined],
    ['yes drama', 'confirmation', 'Did you say Drama?', 'yes'],
    ['no comedy', 'confirmation', 'Did you say Drama?', undefined],
  ])('%s (%s: %s)', (said, kind, question, answer) => {
    expect(english.yesNo(said, kind, question)).toBe(answer);
  });

  test('the words of the question may be repeated', () => {
    expect(english.yesNo('yes friday at seven', 'confirmation', 'Is Friday at seven all right?')).toBe('yes');
    expect(english.yesNo('yes friday at seven', 'confirmation')).toBeUndefined();
  });
});

test.each(['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])(
  '%s is a word like any other',
  (word) => {
    for (const labels of [
      ['2', '4'],
      ['1–2', '3–4'],
      ['Today 4 PM', 'Tomorrow 4 PM'],
      ['XL', 'S', word],
    ])
      expect(decide(labels, `at ${word}`).kind).toMatch(/^(?:words|choose)$/);
    expect(decide(['9 am', '10 am'], word)).toEqual({ kind: 'words' });
  },
);
