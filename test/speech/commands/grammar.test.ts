import type { Command } from '../../../lambda/conversation/ports/voice';
import { createGrammar, MOST_WORDS } from '../../../lambda/speech/commands/grammar';
import { createCommandReader } from '../../../lambda/speech/commands/reader';
import { createSplitter, spacedOut } from '../../../lambda/speech/commands/words';

const wordsIn = (text: string) => text.split(' ').filter((word) => word !== '');

const PARTS = {
  state: ['[very|a bit] loud', 'too low'],
  ask: ['(can|could) you'],
  now: ['[right] now', '[please]'],
  'an-hour': ['an hour', 'a while'],
  'in-japanese': ['言 っ て'],
};

const SPOKEN =
  'say tell me that it again please do now right in very a bit loud too low can could you an hour while も う 一 度 い 言 っ て';

describe('a phrase', () => {
  test.each<[template: string, isOptional: boolean, first: string, held: string]>([
    ['say that', false, 'say', 'say that'],
    ['say [that] again', false, 'say', 'say that again'],
    ['[please] [do] say', false, 'please do say', 'please do say'],
    ['(can|could) you', false, 'can could', 'can could you'],
    ['say|tell me', false, 'say tell', 'say tell me'],
    ['[please]', true, 'please', 'please'],
    ['[please] [now]', true, 'please now', 'please now'],
    ['[please [do]]', true, 'please', 'please do'],
    ['[please [do]] say', false, 'please say', 'please do say'],
    ['say [it [again]]', false, 'say', 'say it again'],
    ['say|[now]', true, 'say now', 'say now'],
    ['say|', true, 'say', 'say'],
    ['|say', true, 'say', 'say'],
    ['(say| )', true, 'say', 'say'],
    ['(|say) that', false, 'say that', 'say that'],
    ['that (say|)', false, 'that', 'that say'],
    ['', true, '', ''],
    ['{{state}}', false, 'very a loud too', 'very a bit loud too low'],
    ['{{now}}', true, 'right now please', 'right now please'],
    ['{{now}} {{now}}', true, 'right now please', 'right now please'],
    ['{{now}} {{state}}', false, 'right now please very a loud too', 'right now please very a bit loud too low'],
    ['{{state}} {{ask}}', false, 'very a loud too', 'very a bit loud too low can could you'],
    ['(say|{{now}}) that', false, 'say right now please that', 'say right now please that'],
    ['that (say|{{now}})', false, 'that', 'that say right now please'],
    ['in {{an-hour}}', false, 'in', 'in an hour a while'],
    ['[{{ask}}] say', false, 'can could say', 'can could you say'],
    ['も う{{now}}一 度{{in-japanese}}い', false, 'も', 'も う right now please 一 度 い 言 っ て'],
    ['{{word}}', false, `${SPOKEN} word hour] undefined`, `${SPOKEN} word hour] undefined`],
  ])('%j', (template, isOptional, first, held) => {
    const grammar = createGrammar(PARTS);
    const phrase = grammar.phrase([template]);
    grammar.phrase([SPOKEN]);
    const all = wordsIn(`${SPOKEN} word hour] undefined`);
    const isOf = (test: (word: number) => boolean) => all.filter((word) => grammar.hear([word]).every(test)).sort();
    expect({
      isOptional: phrase.isOptional,
      first: isOf(phrase.beginsWith),
      held: isOf(phrase.holds),
    }).toEqual({ isOptional, first: wordsIn(first).sort(), held: wordsIn(held).sort() });
  });

  test.each<[template: string, said: string, ends: readonly number[]]>([
    ['say that', 'say that again', [2]],
    ['say [that [again]]', 'say that again', [1, 2, 3]],
    ['[say] [say] say', 'say say say say', [1, 2, 3]],
    ['say|say that|[say that] again', 'say that again', [1, 2, 3]],
    ['{{word}}', 'zebra', [1]],
    ['the {{word}} is {{state}}', 'the dog is very loud', [5]],
    ['the {{word}} is {{state}}', 'the dog is quiet', []],
    ['say {{word}}', 'say', []],
    ['[say] {{word}}', 'say', [1]],
    ['(say|{{word}} me) that', 'show me that', [3]],
    ['{{now}} say', 'right now say', [3]],
    ['{{now}} say', 'say', [1]],
    ['{{now}}', 'say', [0]],
    ['{{now}}', '', [0]],
    ['say', '', []],
  ])('%j of %j', (template, said, ends) => {
    const grammar = createGrammar(PARTS);
    const phrase = grammar.phrase([template]);
    const positions = phrase.ends(1, grammar.hear(wordsIn(said)));
    const all = Array.from({ length: MOST_WORDS + 1 }, (_, at) => at);
    expect(all.filter((at) => (positions & (1 << at)) !== 0)).toEqual(ends);
  });

  test('begins at several places at once', () => {
    const grammar = createGrammar(PARTS);
    const phrase = grammar.phrase(['[very] loud', 'very']);
    const heard = grammar.hear(wordsIn('very very loud'));
    expect(phrase.ends(0b11, heard)).toBe(0b1110);
    expect(phrase.ends(0b100, heard)).toBe(0b1000);
    expect(phrase.ends(0, heard)).toBe(0);
  });

  test('of thirty words ends behind the last of them', () => {
    const grammar = createGrammar(PARTS);
    const phrase = grammar.phrase(['very']);
    const heard = grammar.hear(Array.from({ length: MOST_WORDS }, () => 'very'));
    expect(phrase.ends(1 << (MOST_WORDS - 1), heard)).toBe(1 << MOST_WORDS);
    expect(grammar.phrase(['{{word}}']).ends(1 << (MOST_WORDS - 1), heard)).toBe(1 << MOST_WORDS);
  });

  test.each([
    ['{{none}}', 'No part of a phrase is called none'],
    ['{{itself}}', 'The part itself of a phrase holds itself'],
    ['{{other}}', 'The part other of a phrase holds itself'],
    ['(say', 'Brackets do not match: (say'],
    ['[say', 'Brackets do not match: [say'],
  ])('%j is told to be wrong', (template, message) => {
    const grammar = createGrammar({ itself: ['a {{itself}}'], other: ['{{another}}'], another: ['{{other}}'] });
    expect(() => grammar.phrase([template]).ends(1, grammar.hear(['say']))).toThrow(message);
  });
});

describe('what is said', () => {
  const only = {} as Record<Command, readonly string[]>;
  const none = { parts: {}, hesitations: [], fillers: [], alone: {}, asides: {}, contractions: {}, clitics: {} };

  const read = createCommandReader(
    {
      ...only,
      repeat: ['(say|tell me) that [again]', 'one more time'],
      goodbye: ['stop', 'i am done'],
      wait: ['hold on [a moment]', 'stop for a moment'],
      yes: ['go on'],
      'more-options': ['go on', 'more'],
    },
    {
      ...none,
      hesitations: ['um', 'uh'],
      fillers: ['please', 'thank you'],
      alone: { repeat: ['again', 'sorry'], yes: ['fine'], wait: ['sorry'] },
      asides: { repeat: ['(the|my) {{word}} barked'], goodbye: ['i am late'] },
      contractions: { lemme: 'let me' },
      clitics: { "'m": 'am' },
    },
  );

  test.each<[said: string, meant: Command | undefined]>([
    ['say that', 'repeat'],
    ['Say that again, please!', 'repeat'],
    ['please thank you say that please', 'repeat'],
    ['please', undefined],
    ['', undefined],
    ['say', undefined],
    ['say that bread', undefined],
    ['bread say that', undefined],
    // Twice the same, and two that are not.
    ['say that one more time', 'repeat'],
    ['say that stop', undefined],
    ['go on', undefined],
    ['more', 'more-options'],
    ['stop for a moment', 'wait'],
    // What must stand alone.
    ['again', 'repeat'],
    ['please again thank you', 'repeat'],
    ['again sorry', 'repeat'],
    ['say that again sorry', 'repeat'],
    ['sorry say that', 'repeat'],
    ['sorry', undefined],
    ['sorry stop', undefined],
    ['sorry hold on', 'wait'],
    ['fine', 'yes'],
    ['again fine', undefined],
    // What is said along with it.
    ['the dog barked say that', 'repeat'],
    ['say that please the dog barked', 'repeat'],
    ['my dog barked the cat barked say that', 'repeat'],
    ['please the dog barked please say that', 'repeat'],
    ['the dog barked', undefined],
    ['the dog barked again', undefined],
    ['the dog barked please again', undefined],
    ['again the dog barked', undefined],
    ['the dog barked stop', undefined],
    ['I’m late, stop', 'goodbye'],
    ["stop I'm late", 'goodbye'],
    ['I’m done', 'goodbye'],
    // Hesitations and stutters.
    ['um say uh that', 'repeat'],
    ['um', undefined],
    ['say say that', 'repeat'],
    ['hold on hold on a moment', 'wait'],
    ['one more one more time', 'repeat'],
    ['tell me that tell me that again', 'repeat'],
    ['one more time one more time one more time', 'repeat'],
    ['one more um one more time', 'repeat'],
    ['hold on hold', undefined],
    ['i am i am i am done', 'goodbye'],
    ['stop for a stop for a moment', 'wait'],
    ['please stop for a stop for a moment', 'wait'],
    ['stop for a moment for', undefined],
    ['say that say it', undefined],
  ])('%j means %s', (said, meant) => {
    expect(read(said)).toBe(meant);
  });

  test('in a script without spaces', () => {
    const readJapanese = createCommandReader(
      { ...only, repeat: ['もう一度[{{say}}]', '{{say}}'], help: ['メニュー'] },
      { ...none, parts: { say: ['言って[ください]'] } },
    );
    const said = ['もう一度言ってください', 'もう一度', '言って', 'メニュー。', 'もう二度', 'メニ'];
    expect(said.map(readJapanese)).toEqual(['repeat', 'repeat', 'repeat', 'help', undefined, undefined]);
  });

  test('is read up to three hundred characters', () => {
    const said = (hesitations: number) => `${'um '.repeat(hesitations)}say that`;
    expect([said(97).length, read(said(97))]).toEqual([299, 'repeat']);
    expect([`${said(97)}!`.length, read(`${said(97)}!`)]).toEqual([300, 'repeat']);
    expect([`${said(97)}!!`.length, read(`${said(97)}!!`)]).toEqual([301, undefined]);
  });

  test('is read up to thirty words, and those that are said twice count once', () => {
    const guests = Array.from({ length: 40 }, (_, at) => `g${at}`);
    const withGuests = createCommandReader({ ...only, goodbye: ['stop'] }, { ...none, fillers: guests });
    const said = (count: number) => [...guests.slice(0, count), 'stop'].join(' ');
    expect([withGuests(said(29)), withGuests(said(30))]).toEqual(['goodbye', undefined]);
    expect(withGuests(`g0 g0 ${said(29)}`)).toBe('goodbye');
  });
});

describe('words', () => {
  const split = createSplitter({
    contractions: { "let's": 'let us', さん: '様' },
    clitics: { "'m": 'am', "n't": 'not' },
  });

  test.each<[text: string, words: readonly string[]]>([
    ['Say that again!', ['say', 'that', 'again']],
    ["Let’s go, I'm late", ['let', 'us', 'go', 'i', 'am', 'late']],
    ['I ʼm', ['i', 'm']],
    ["don't", ['do', 'not']],
    ["'m", ['m']],
    ['Café crème № 2', ['cafe', 'creme', '2']],
    ["rock 'n' roll ' ok", ['rock', 'n', 'roll', 'ok']],
    ['', []],
    ['🙂', []],
    ["'", []],
    ['もう一度', ['も', 'う', '一', '度']],
    ['メニューを見る', ['メニュー', 'を', '見', 'る']],
    ['ok待って', ['ok', '待', 'っ', 'て']],
    ['メニューok', ['メニュー', 'ok']],
  ])('of %j', (text, words) => {
    expect(split(text)).toEqual(words);
  });

  test.each([
    ['(can|could) you say {{that}} [again]', '(can|could) you say {{that}} [again]'],
    ['say  that', 'say  that'],
    ['もう一度[言って]', 'も う 一 度[言 っ て]'],
    ['(メニュー|戻る)を{{to-see}}', '(メニュー|戻 る)を{{to-see}}'],
    ['(やめ|止め){{te}}ください', '(や め|止 め){{te}}く だ さ い'],
    ['メニュー[、]ok', 'メニュー[]ok'],
    ['{{to-go}}行く', '{{to-go}}行 く'],
    ['メニュー、ヘルプ', 'メニュー ヘルプ'],
  ])('of the template %j', (template, spaced) => {
    expect(spacedOut(template)).toBe(spaced);
  });
});
