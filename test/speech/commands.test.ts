import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Command } from '../../lambda/conversation/ports/voice';
import { parseTemplate, type Template } from '../../lambda/conversation/template';
import { LANGUAGES } from '../../lambda/languages';
import { createGrammar } from '../../lambda/speech/commands/grammar';
import { createSplitter } from '../../lambda/speech/commands/words';
import { phrases } from '../../lambda/speech/phrases';
import { voiceFor } from '../../lambda/speech/voice';
import { anyText } from './arbitraries';

const { command } = voiceFor('en-US');
const { understood } = phrases('en-US');

/** The rows of a list of the corpus, without its header. */
function rowsOf(list: string): string[][] {
  const text = readFileSync(join(__dirname, '../corpus', list), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

describe('the lists of the corpus', () => {
  const commands = rowsOf('commands/en.tsv') as [Command, string][];
  const forTheBot = rowsOf('for-the-bot/en.tsv').map(([utterance = '']) => utterance);

  // "That's all" is the "no" to "anything else?", which ends the session; where the bot has asked, the bot must hear it.
  const ENDING_AS_NO = `that's all|that's all thanks|that's all for now|that's all i needed|that's all i wanted to know
    |that will be all|that'll be all thank you|that's it|that's it for today|that's everything|that's everything thanks
    |nothing else thanks|nothing more thank you|no more|um yeah that's that's all|okay i think that's all
    |thank you that is all|no that's all ta`.split(/\s*\|/);

  test('what people say to the skill is understood, but what may as well answer the bot', () => {
    const missed = commands.filter(([meant, said]) => command(said) !== meant);
    const asNo = missed.filter(([meant, said]) => meant === 'goodbye' && command(said) === 'no');
    expect(asNo.map(([, said]) => said)).toEqual(ENDING_AS_NO);
    // An answer to "how long?".
    expect(missed.filter((row) => !asNo.includes(row))).toEqual([
      ['wait', 'two minutes'],
      ['wait', "two seconds i'm running down to the basement"],
    ]);
  });

  test('nothing that is meant for the bot is taken for a command', () => {
    expect(forTheBot.filter((said) => command(said) !== undefined)).toEqual([]);
  });

  test('an answer with a wish of its own is neither a yes nor a no', () => {
    const neither = rowsOf('yes-no/en.tsv').filter(([, , answer]) => answer === 'neither');
    const taken = neither.map(([, , , said = '']) => command(said));
    expect(taken.filter((one) => one === 'yes' || one === 'no')).toEqual([]);
  });
});

/** Of other languages than English, which has bounds of its own. */
const OTHERS = Object.entries(LANGUAGES).filter(
  ([language]) => language !== 'en' && existsSync(join(__dirname, `../corpus/commands/${language}.tsv`)),
);

describe.each(OTHERS)('the lists of %s', (language) => {
  const { command: commandIn } = voiceFor(language);
  const commands = rowsOf(`commands/${language}.tsv`) as [Command, string][];
  const forTheBot = rowsOf(`for-the-bot/${language}.tsv`).map(([utterance = '']) => utterance);

  test('what people say to the skill is understood', () => {
    const missed = commands.filter(([meant, said]) => commandIn(said) !== meant);
    expect(missed).toEqual([]);
  });

  test('nothing that is meant for the bot is taken for a command', () => {
    expect(forTheBot.filter((said) => commandIn(said) !== undefined)).toEqual([]);
  });
});

describe('what stands around a command', () => {
  test.each<[string, Command]>([
    ['um say that again please', 'repeat'],
    ['hey alexa could you please repeat that for me', 'repeat'],
    ["sorry mate what was that if you don't mind", 'repeat'],
    ['can can you uh say it it again', 'repeat'],
    ['the dog was barking can you say that again', 'repeat'],
    ['hold on what did you say', 'repeat'],
    ['I made a mistake, let’s start over.', 'start-over'],
    ['sorry no', 'no'],
    ['no thanks bye', 'goodbye'],
    ['uh huh', 'yes'],
    ['bye bye', 'goodbye'],
  ])('%j is %s', (said, meant) => {
    expect(command(said)).toBe(meant);
  });

  test.each([
    'yes no',
    'stop more options',
    'say that again with extra cheese',
    'the internet is down again',
    'i was in the kitchen',
    'hello again',
    'can i have that again',
    "i can't hear very well",
    "i didn't get it",
    'how do i use it',
    "it's my first time",
    'can i go home',
    'go back to the first one',
    'cancel it',
    'cancel everything',
    'can i have some more',
    'the other one',
    "that's enough cheese",
    'leave it at the door',
    'let me get the chicken',
    'let me speak to someone',
    "let's go",
    'just looking',
    "i'll think about it",
    "i don't have it on me",
    'just ten minutes',
    'give me the time',
    'are my results ready',
    'has it arrived',
    'never mind',
    'later',
    'um',
    'please',
    'thank you very much mate',
  ])('%j is for the bot', (said) => {
    expect(command(said)).toBeUndefined();
  });
});

describe('the phrases of a language', () => {
  test('the first of every command is a plain word, which is understood', () => {
    for (const [name, [plain = '']] of Object.entries(understood.commands)) {
      expect(plain).toMatch(/^[a-z' ]+$/);
      expect(command(plain)).toBe(name);
    }
  });

  test('are understood in any writing', () => {
    for (const [name, [plain = '']] of Object.entries(understood.commands)) {
      expect(command(` ${plain.toUpperCase()}! `)).toBe(name);
    }
  });
});

describe('the templates of a language', () => {
  const words = understood['command-words'];
  const lists = [understood.commands, words.parts, words.alone, words.asides, { fillers: words.fillers }];
  const templates = lists.flatMap((list) => Object.values(list).flat());

  test('can be taken apart, and have the words that are compared', () => {
    const split = createSplitter(words);
    const textsIn = (template: Template): string[] =>
      template.flatMap((part) =>
        typeof part === 'string' ? [part] : 'name' in part ? [] : part.alternatives.flatMap(textsIn),
      );
    const texts = templates.flatMap((template) => textsIn(parseTemplate(template)));
    expect(texts.filter((text) => split(text).join(' ') !== text.trim().replaceAll(/ +/g, ' '))).toEqual([]);
  });
});

describe('a phrase', () => {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');

  test.each<[string, string[], string[]]>([
    ['say that', ['say that'], ['say', 'that', 'say that again', '']],
    ['say [that] again', ['say again', 'say that again'], ['say that', 'that again']],
    ['(can|could) you', ['can you', 'could you'], ['can could you', 'you']],
    ['say it|tell me (that|this [one])', ['say it', 'tell me that', 'tell me this one'], ['say', 'tell me']],
    ['[a] ([b]|c) d', ['d', 'a d', 'b d', 'a c d'], ['', 'b c d', 'a']],
    ['[a [b]] {{state}}', ['loud', 'a loud', 'a b very loud'], ['a', 'b loud', '']],
    ['[a] [a] b', ['b', 'a b', 'a a b'], ['a', 'a a a b']],
    ['the {{word}} is {{state}}', ['the dog is loud', 'the is is very loud'], ['the is loud', 'the dog is quiet']],
  ])('%j', (template, fits, others) => {
    const grammar = createGrammar({ state: ['[very] loud'] });
    const phrase = grammar.phrase([template]);
    const isWhole = (said: string) => {
      const spoken = words(said);
      return (phrase.ends(1, grammar.hear(spoken)) & (1 << spoken.length)) !== 0;
    };
    expect(fits.filter((said) => !isWhole(said))).toEqual([]);
    expect(others.filter(isWhole)).toEqual([]);
  });

  test.each(['(a', 'a)', '[a|b', 'a [b)', '{{none}}', '{{itself}}'])('%j is no template', (template) => {
    const grammar = createGrammar({ itself: ['a {{itself}}'] });
    expect(() => grammar.phrase([template]).ends(1, grammar.hear(['a']))).toThrow();
  });
});

describe('whatever is said', () => {
  const vocabulary = [...new Set(JSON.stringify(understood).match(/[a-z']+/g) ?? [])];
  const soup = fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((chosen) => chosen.join(' '));

  test('nothing throws, and to say it again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, soup), (said) => {
        expect(command(said)).toBe(command(said));
      }),
      { numRuns: 300 },
    );
  });

  // Why somebody asks for a moment may be told in any words.
  test('words that no phrase holds make it the bot’s', () => {
    const taken = rowsOf('commands/en.tsv')
      .filter(([name]) => name !== 'wait')
      .flatMap(([, said = '']) => [`zebra ${said}`, `${said} zebra`])
      .filter((said) => command(said) !== undefined);
    expect(taken).toEqual([]);
  });

  test('the longest utterance that is read takes little more for each word, however it begins', () => {
    const wordsOf = (count: number) =>
      ['please', 'again', 'no', 'can you', 'really', 'what'].map((word) => `${word} `.repeat(count));
    const cpuOf = (texts: readonly string[]) => {
      const { user } = process.cpuUsage();
      for (let times = 0; times < 20; times++) for (const text of texts) command(text);
      return process.cpuUsage().user - user;
    };
    cpuOf(wordsOf(30));
    // Twice the words: a search that goes back and forth would take hundreds of times as long.
    expect(cpuOf(wordsOf(30)) / Math.max(cpuOf(wordsOf(15)), 1000)).toBeLessThan(20);
    expect(command('stop '.repeat(10_000))).toBeUndefined();
  });
});
