import fc from 'fast-check';
import type { Command } from '../../lambda/conversation/ports/voice';
import { voiceFor } from '../../lambda/speech/voice';
import { anyText } from './arbitraries';

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
    ['check', 'check'],
    ['Check again, please', 'check'],
    ['look again', 'check'],
    ['any answer', 'check'],
    ['Is it there yet?', 'check'],
    ['anything yet', 'check'],
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
    expect(voiceFor(locale).command(said)).toBe(command);
  });

  test.each([
    'yes I would like a table',
    'no meat for me',
    'more bread',
    'check in',
    'check my order',
    'is it there in red',
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
    expect(voiceFor(locale).command(said)).toBeUndefined();
  });

  test('yes and no have a plain word, which is understood', () => {
    for (const which of ['yes', 'no'] as const)
      expect(voiceFor(locale).command(voiceFor(locale).word(which))).toBe(which);
  });

  test.each<[string, number]>([
    ['30', 30],
    ['30.', 30],
    ['0', 0],
    ['1,000', 1000],
    ['1,234,567.25', 1234567.25],
    ['3.5', 3.5],
    ['.5', 0.5],
    ['-4', -4],
    ['minus 4', -4],
    ['-0', 0],
    ['30%', 30],
    ['30 please', 30],
    ['Please, 3.5', 3.5],
    ['number 30', 30],
    ['the number thirty please', 30],
    ['zero', 0],
    ['seven', 7],
    ['Thirteen!', 13],
    ['thirty', 30],
    ['twenty five', 25],
    ['Twenty-five, thanks', 25],
    ['a hundred', 100],
    ['one hundred and five', 105],
    ['two hundred twelve', 212],
    ['nine hundred ninety nine', 999],
    ['nineteen hundred', 1900],
    ['two thousand', 2000],
    ['twelve thousand three hundred and forty five', 12345],
    ['minus two', -2],
    ['negative forty', -40],
    ['minus zero', 0],
    ['three point five', 3.5],
    ['zero point two five', 0.25],
    ['point five', 0.5],
    ['1/2', 0.5],
    ['3 1/2', 3.5],
    ['- 7', -7],
    ['15k', 15_000],
    ['1.5 bn', 1_500_000_000],
    ["i'm thirty", 30],
    ['it is twelve please', 12],
    ["let's say forty", 40],
  ])('%j is the number %d', (said, expected) => {
    expect(voiceFor(locale).number(said)).toBe(expected);
  });

  test.each([
    'for',
    'to',
    'a',
    'and',
    'one and',
    'and one',
    'minus',
    'point',
    'three point',
    'number',
    '1,0000',
    '1,5',
    '1.2.3',
    '10:30',
    '20:05',
    '20/5',
    '24/7',
    '1/2/2026',
    '15g',
    '10-20',
    '2nd',
    'a4',
    '30 tables',
    'about thirty',
    'a table for two',
    'two three',
    'ten five',
    'five twenty',
    'twenty zero',
    'zero five',
    'two thousand thousand',
    '12345678901234567890',
    `1${'0'.repeat(180)}`,
    '9'.repeat(10_000),
    'please',
    'constructor',
    '',
    '😀',
  ])('%j is no number', (said) => {
    expect(voiceFor(locale).number(said)).toBeUndefined();
  });
});

test('no text breaks the reading of numbers and commands', () => {
  const numberSoup = fc
    .array(fc.constantFrom('-', ',', '.', ' ', '1', '000', 'two', 'hundred', 'and', 'point', 'minus', 'a', '−', '１'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText, numberSoup), (said) => {
      const number = voiceFor('en-US').number(said);
      expect(number === undefined || Math.abs(number) <= Number.MAX_SAFE_INTEGER).toBe(true);
      voiceFor('en-US').command(said);
    }),
    { numRuns: 300 },
  );
});

test('a number is understood in the digits it is written with', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(99), (whole, hundredths) => {
      const number = Number(`${whole}.${String(hundredths).padStart(2, '0')}`);
      expect(voiceFor('en-GB').number(String(number))).toBe(number + 0);
      expect(voiceFor('en-US').number(number.toLocaleString('en-US'))).toBe(number + 0);
    }),
  );
});
