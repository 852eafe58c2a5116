import type { Command } from '../../lambda/conversation/voice';
import { voice } from '../../lambda/speech/voice';

describe.each(['en-US', 'en-GB', 'xx-XX'])('%s', (locale) => {
  test.each<[string, Command]>([
    ['yes', 'yes'],
    ['Yes, please.', 'yes'],
    ['yeah', 'yes'],
    ['sure', 'yes'],
    ['please do', 'yes'],
    ['go on', 'yes'],
    ['continue please', 'yes'],
    ['no', 'no'],
    ['no thanks', 'no'],
    ['nope', 'no'],
    ["that's all", 'no'],
    ['thats all thank you', 'no'],
    ['nothing else', 'no'],
    ['more options', 'more-options'],
    ['More options, please', 'more-options'],
    ['more', 'more-options'],
    ['what else is there', 'more-options'],
    ['repeat', 'repeat'],
    ['say that again', 'repeat'],
    ['please say that again', 'repeat'],
    ['what did you say', 'repeat'],
    ['start over', 'start-over'],
    ['help', 'help'],
    ['goodbye', 'goodbye'],
    ['bye bye', 'goodbye'],
    ['stop', 'goodbye'],
  ])('%j is the command %s', (said, command) => {
    expect(voice.command(said, locale)).toBe(command);
  });

  test.each([
    'yes I would like a table',
    'no meat for me',
    'more bread',
    'repeat my last order',
    'help me choose a wine',
    'start my order',
    'cancel my booking',
    'please',
    'thank you',
    'goodbye yellow brick road',
    '',
    '😀',
  ])('%j is for the bot', (said) => {
    expect(voice.command(said, locale)).toBeUndefined();
  });

  test.each<[string, number]>([
    ['one', 1],
    ['two', 2],
    ['2', 2],
    ['2.', 2],
    ['number two', 2],
    ['option two', 2],
    ['Option 2', 2],
    ['#2', 2],
    ['choice three please', 3],
    ['second', 2],
    ['the second one', 2],
    ['The 2nd one', 2],
    ['the second option please', 2],
    ['third option', 3],
    ['the first', 1],
    ['ten', 10],
    ['the tenth one', 10],
    ['twelve', 12],
    ['last', -1],
    ['the last one', -1],
    ['the last option', -1],
  ])('%j names position %d', (said, position) => {
    expect(voice.ordinal(said, locale)).toBe(position);
  });

  test.each([
    'for',
    'to',
    'too',
    'won',
    'ate',
    'two tables',
    'a table for two',
    'at two',
    'the second of May',
    'one hundred',
    '0',
    '200',
    'last week',
    'none',
    'constructor',
    '',
  ])('%j names none', (said) => {
    expect(voice.ordinal(said, locale)).toBeUndefined();
  });

  test('yes and no have a plain word, which is understood', () => {
    for (const which of ['yes', 'no'] as const) expect(voice.command(voice.word(which, locale), locale)).toBe(which);
  });
});
