import type { Choice } from '../../lambda/conversation/message';
import type { Introduction } from '../../lambda/conversation/ports/voice';
import { LANGUAGES } from '../../lambda/languages';
import { phrases, phrasesOf } from '../../lambda/speech/phrases';
import { said } from '../../lambda/speech/say-as';
import { spokenForm } from '../../lambda/speech/spoken-form';
import { toSsml } from '../../lambda/speech/ssml';
import { voiceFor, voicesOf } from '../../lambda/speech/voice';
import { voiced, voicedCost } from '../../lambda/speech/voiced';
import { message } from './messages';

const voice = voiceFor('en-US');
const german = voiceFor('de-DE');
const words = phrases('en-US');

describe('a voice', () => {
  test('has the lines of a text as they are written', () => {
    const rows: [string, string[]][] = [
      ['**Soup** ✅\n\n1. hot\n2. cold', ['Soup ✅', '1. hot', '2. cold']],
      ['- soup\n- bread', ['soup', 'bread']],
      ['Hi {{name}}\n{{greeting}}', ['Hi']],
      ['Code <say-as interpret-as="characters">AB1</say-as>', ['Code AB1']],
      ['~~old~~ new', ['old new']],
      ['   ', []],
      ['', []],
    ];
    expect(rows.map(([text]) => [text, voice.lines(text)])).toEqual(rows);
  });

  test('says the label of a choice, by its place where it has no words, with its card', () => {
    const rows: [string, number, string | undefined, string][] = [
      ['Pay', 0, undefined, 'Pay'],
      ['Pay', 0, 'Soup', 'Pay: Soup'],
      ['Pay', 0, '*Soup of the day*.', 'Pay: Soup of the day'],
      ['Pay', 0, '', 'Pay'],
      ['Pay', 0, '👍', 'Pay'],
      ['👍', 0, 'Soup', 'thumbs up: Soup'],
      ['https://x.example/a', 1, undefined, 'option 2'],
      [' HTTP://x.example ', 4, undefined, 'option 5'],
      ['www.x.example', 0, 'Soup', 'option 1: Soup'],
      ['See https://x.example', 0, undefined, 'See the link in your Alexa app'],
      ['www.x.example now', 0, undefined, 'the link in your Alexa app now'],
      ['httpx', 0, undefined, 'httpx'],
      ['wwwx.y', 0, undefined, 'wwwx.y'],
      ['a'.repeat(120), 0, 'b'.repeat(120), `${'a'.repeat(120)}: ${'b'.repeat(120)}`],
      ['a'.repeat(121), 0, 'b'.repeat(121), `${'a'.repeat(120)}: ${'b'.repeat(120)}`],
    ];
    expect(
      rows.map(([label, place, card]) => [label, place, card, voice.label({ label } satisfies Choice, place, card)]),
    ).toEqual(rows);
  });

  test('reads a message in slices as it does at once', async () => {
    const soup = message({ text: 'Soup.\n\nBread.' });
    expect(await voice.read(soup)).toEqual(['Soup.', 'Bread.']);
    expect(voice.paragraphs(soup)).toEqual(['Soup.', 'Bread.']);
  });

  test('asks in all wordings', () => {
    expect(voice.question('check')).toBe('Shall I look again? Shall I check again? Shall I take another look?');
    expect(voice.question('go-on')).toBe("Shall I go on? There's more. Shall I go on?");
    expect(voice.question('confirm-choice', 'Soup')).toContain('Soup');
    expect(voice.question('confirm-choice')).not.toContain('{{');
  });

  test('introduces messages', () => {
    const rows: [Introduction, string, string][] = [
      [{ kind: 'late' }, 'Here is the answer to your earlier question.', 'Hier ist die Antwort auf Ihre vorige Frage.'],
      [{ kind: 'more' }, 'Something more came in for you.', 'Es ist noch etwas für Sie gekommen.'],
      [{ kind: 'unsure' }, 'An answer just came in.', 'Gerade ist eine Antwort gekommen.'],
      [{ kind: 'now' }, 'And now to what you just said.', 'Und nun zu dem, was Sie gerade gesagt haben.'],
      [{ kind: 'again' }, 'In case you missed it.', 'Falls Sie es verpasst haben:'],
      [{ kind: 'back' }, 'Now back to my question.', 'Nun zurück zu meiner Frage.'],
      [
        { kind: 'unread', senders: [{ kind: 'agent', name: 'Rosa' }], more: false },
        'One new message from Rosa.',
        'Eine neue Nachricht von Rosa.',
      ],
      [{ kind: 'from', sender: { kind: 'agent', name: 'Rosa' } }, 'Rosa says:', 'Rosa schreibt:'],
      [{ kind: 'from', sender: { kind: 'agent' } }, 'Someone from the team says:', 'Jemand aus dem Team schreibt:'],
    ];
    expect(rows.map(([one]) => [one, voice.introduce(one), german.introduce(one)])).toEqual(rows);
    expect(voice.introduce({ kind: 'from', sender: { kind: 'agent', name: 'r'.repeat(61) } })).toBe(
      `${'r'.repeat(60)} says:`,
    );
  });

  test('knows what a card shows, and headings', () => {
    expect(voice.shows([message({ text: 'Hi' })])).toBe(false);
    expect(voice.shows([])).toBe(false);
    expect(voice.shows([message({ media: [{ kind: 'image', url: 'https://x.example/a.png' }] })])).toBe(true);
    const cards = [
      { text: '## Prices\n£5', choices: [] },
      { title: '# Title', choices: [] },
      { text: '', choices: [] },
    ];
    expect(voice.headings(message({ text: '# Hours\nNine to five', cards }))).toEqual(['Hours', 'Prices']);
    expect(voice.headings(message({ text: 'Nine to five' }))).toEqual([]);
    expect(voice.headings(message({}))).toEqual([]);
  });

  test('understands what texts are for', () => {
    expect(voice.sentences('Hi there. How are you? Fine.').map((one) => one.trim())).toEqual([
      ...['Hi there.', 'How are you?', 'Fine.'],
    ]);
    expect(voice.asked('We are open. Shall we call you? Or not.')).toEqual({
      before: 'We are open.',
      asked: 'Shall we call you?',
      after: 'Or not.',
    });
    expect(voice.asked('We are open.')).toBeUndefined();
    expect(voice.offersMore('We are open. Let me know if you need anything else.')).toEqual({
      before: 'We are open.',
      asked: 'Let me know if you need anything else.',
      after: '',
    });
    expect(voice.offersMore('We are open.')).toBeUndefined();
    expect(voice.handsOver("I'm connecting you to a colleague now.")).toBe(true);
    expect(voice.handsOver('We are open.')).toBe(false);
    expect(voice.isFarewell('Goodbye!')).toBe(true);
    expect(voice.isFarewell('We are open.')).toBe(false);
  });

  test('understands what users say', () => {
    expect(['help', 'repeat', 'soup'].map((one) => voice.command(one))).toEqual(['help', 'repeat', undefined]);
    expect(['twenty one', 'number five', 'soup'].map((one) => voice.number(one))).toEqual([21, 5, undefined]);
    expect((['yes', 'help', 'more-options'] as const).map((one) => [voice.word(one), german.word(one)])).toEqual([
      ['yes', 'ja'],
      ['help', 'hilfe'],
      ['more options', 'mehr optionen'],
    ]);
    const leaving = { label: 'Cancel', others: ['Soup'], said: 'What is your name?', use: 'end the chat' };
    expect(voice.leaves(leaving)).toBe(true);
    expect(voice.leaves({ label: 'Soup', others: ['Bread'], said: 'Which one?' })).toBe(false);
    expect(voice.menu.namable.test('Type CONFIRM')).toBe(true);
  });

  test('is made once for a locale, with what the business has of its own there', () => {
    const ofBella = voicesOf({
      own: (locale) => ({ topics: ['help'], ...(locale === 'en-US' && { greeting: 'Welcome to Bella.' }) }),
      pageSeconds: 20,
    });
    expect(ofBella('en-US')).toBe(ofBella('en-US'));
    expect(ofBella('en-US')).not.toBe(ofBella('en-GB'));
    expect([ofBella('en-US').greets, ofBella('en-GB').greets, voice.greets]).toEqual([true, false, false]);
    expect([' HELP ', 'help', 'repeat'].map((one) => ofBella('en-US').command(one))).toEqual([
      ...[undefined, undefined, 'repeat'],
    ]);
    expect([ofBella('en-US').pageSeconds, voice.pageSeconds]).toEqual([20, 40]);
  });

  test('tells what a list is that takes a quarter longer than a page', () => {
    const ofShortPages = voicesOf({ pageSeconds: 20 })('en-US');
    const rooms = (count: number) =>
      Array.from({ length: count }, (_, index) => `- Room ${index + 1} with a view of the garden and breakfast`);
    const begin = (count: number) =>
      ofShortPages.paragraphs(message({ text: rooms(count).join('\n') }))[0]?.slice(0, 17);
    expect([6, 7, 8, 9].map(begin)).toEqual([
      ...['Room 1 with a vie', 'Room 1 with a vie', 'A list of 8 items', 'A list of 9 items'],
    ]);
  });

  test('answers as its language does', () => {
    expect(voice.answers).toBe(voiceFor('en-GB').answers);
    expect(voice.answers).not.toBe(german.answers);
  });

  test('tells what a template was not filled with', () => {
    const told: (readonly string[])[] = [];
    const paragraphs = voicesOf({ onUnfilled: (names) => told.push(names) })('en-US').paragraphs(
      message({ text: 'Hi {{first_name}}, welcome.' }),
    );
    expect([paragraphs, told]).toEqual([['Hi, welcome.'], [['first_name']]]);
  });
});

describe('a text as a voice says it', () => {
  const ssml = (text: string) => toSsml([voiced(text, words)]).replace(/<\/?(?:speak|p)>/g, '');

  test.each([
    ['Your code is AB12CD.', 'Your code is <say-as interpret-as="characters">AB12CD</say-as>.'],
    ['Order 12345678', 'Order <say-as interpret-as="digits">12345678</say-as>'],
    ['Call +44 (0)20 7946 0958.', 'Call <say-as interpret-as="telephone">+44 20 7946 0958</say-as>.'],
    ['Soup & bread', 'Soup &amp; bread'],
  ])('%s', (text, heard) => {
    expect(ssml(text)).toBe(heard);
    expect(voicedCost(text, words)).toBe(`<p>${heard}</p> `.length);
    expect(voice.cost(text)).toBe(`<p>${heard}</p> `.length);
  });

  test('what is longer than a reply takes its length', () => {
    expect(voicedCost('&'.repeat(8000), words)).toBe(8 + 5 * 8000);
    expect(voicedCost('&'.repeat(8001), words)).toBe(8 + 8001);
  });

  test('takes its time', () => {
    expect(voice.seconds('Hello there.')).toBeCloseTo(1.17, 2);
    expect(voice.seconds('')).toBe(0);
  });

  test('a zero that is not dialled is not said', () => {
    const rows: [string, string][] = [
      ['+44 (0)20 7946 0958', '+44 20 7946 0958'],
      ['+44(0)20 7946 0958', '+44 20 7946 0958'],
      ['+353 (0) 1 496 0000', '+353 1 496 0000'],
      ['+1(0) 555 0123', '+1 555 0123'],
      ['+4412 (0)34', '+4412 (0)34'],
      ['0044 (0)20 7946 0958', '0044 (0)20 7946 0958'],
      ['020 +44 (0)7946', '020 +44 (0)7946'],
    ];
    const heard = (code: string) =>
      /^<speak><p><say-as interpret-as="telephone">(.*)<\/say-as>/.exec(toSsml([said(code, 'telephone')]))?.[1];
    expect(rows.map(([code]) => [code, heard(code)])).toEqual(rows);
    expect(toSsml([said('+44 (0)20', 'digits')])).toContain('>+44 (0)20<');
    expect(toSsml([said('AB1', 'characters')])).toContain('<say-as interpret-as="characters">AB1</say-as>');
  });

  test('what is written for the eye is said in other words', () => {
    const rows: [string, string][] = [
      ['Shall we ring you? (Y/N)', 'Shall we ring you? Yes or no?'],
      ['Please type your surname. ', 'Please say your surname.'],
      ['Please type your surname (Y/N)? ', 'Please say your surname, yes or no?'],
      ['Please type your name. Please type your age.', 'Please say your name. Please say your age.'],
      ['Soup', 'Soup'],
    ];
    expect(rows.map(([line]) => [line, spokenForm(line, words)])).toEqual(rows);
  });
});

describe('the words of a locale', () => {
  test.each([
    ['en-US', 'en', 'US', false],
    ['en-GB', 'en', 'GB', false],
    ['de-AT', 'de', 'AT', false],
    ['en-US-x', 'en', 'US', false],
    ['en', 'en', undefined, false],
    ['en-us', 'en', undefined, false],
    ['en-419', 'en', undefined, false],
    ['en-USA', 'en', undefined, false],
    ['en-xUS', 'en', undefined, false],
    ['sv-SE', 'en', undefined, true],
    ['toString-US', 'en', undefined, true],
    ['', 'en', undefined, true],
  ])('%j', (locale, language, region, isForeign) => {
    const of = phrases(locale);
    expect([of.language, of.region, 'region' in of, of.isForeign]).toEqual([
      ...[language, region, region !== undefined, isForeign],
    ]);
    expect(phrases(locale)).toBe(of);
  });

  test('a region says some of it otherwise, and the rest as others do', () => {
    const [france, canada] = [phrases('fr-FR'), phrases('fr-CA')];
    expect(france.say('input-request.email')).toBe('Dites-moi votre adresse e-mail.');
    expect(canada.say('input-request.email')).toBe('Dites-moi votre adresse courriel.');
    expect(canada.say('input-request.phone')).toBe(france.say('input-request.phone'));
    expect(canada.pace).toBe(france.pace);
    const own = phrasesOf(
      {
        ...(LANGUAGES.en as (typeof LANGUAGES)[string]),
        regions: { GB: () => ({ pace: { digit: 9 }, list: { comma: [' plus '] } }) as never, IE: () => ({}) },
      },
      { language: 'en', region: 'GB' },
    );
    expect(own.pace).toEqual({ ...words.pace, digit: 9 });
    expect(own.script).toBe(words.script);
    expect(own.sentences).toBe(words.sentences);
    expect(own.understood).toBe(words.understood);
  });

  test('wordings change with the turn', () => {
    const rows = [0, 1, 2, 3, -1, -2, 1.5].map((turn) => words.say('question.what', { turn }));
    const [say, go] = ['What would you like to say?', 'What would you like to do?'];
    expect(rows).toEqual([say, go, say, go, go, say, say]);
    expect(words.say('question.what')).toBe(say);
  });

  test('what is said of a number of things', () => {
    const rows: [string, number, string, string][] = [
      ['en-US', 1, 'one from Rosa', 'one from the team'],
      ['en-US', 2, 'two from Rosa', 'two from the team'],
      ['en-US', 21, '21 from Rosa', '21 from the team'],
      ['de-DE', 1, 'eine von Rosa', 'eine vom Team'],
    ];
    const counts = rows.map(([locale, count]) => [
      locale,
      count,
      phrases(locale).counted('unread.agent', count, { context: 'named', values: { name: 'Rosa' } }),
      phrases(locale).counted('unread.agent', count),
    ]);
    expect(counts).toEqual(rows);
    const given = { context: 'named', values: { name: 'Rosa', count: 'a few' } } as const;
    expect(words.counted('unread.agent', 2, given)).toBe('a few from Rosa');
    expect(phrases('ar-SA').counted('where.link', 1)).toBe('الرابط موجود في تطبيق أليكسا.');
    expect(phrases('ar-SA').counted('where.link', 2)).toBe('الرابطان موجودان في تطبيق أليكسا.');
    expect(phrases('ar-SA').counted('where.link', 3)).toBe('الروابط موجودة في تطبيق أليكسا.');
  });

  test('names in a sentence', () => {
    const rows: [string[], string, string, string][] = [
      [[], '', '', ''],
      [['soup'], 'soup', 'soup', 'soup'],
      [['soup', 'salad'], 'soup or salad', 'soup and salad', 'soup oder salad'],
      [['soup', 'salad', 'bread'], 'soup, salad or bread', 'soup, salad and bread', 'soup, salad oder bread'],
    ];
    expect(
      rows.map(([names]) => [
        ...[names, words.listed(names, 'or'), words.listed(names, 'and')],
        phrases('de-DE').listed(names, 'or'),
      ]),
    ).toEqual(rows);
  });

  test('all wordings of a phrase, filled', () => {
    expect(words.all('question.check')).toBe('Shall I look again? Shall I check again? Shall I take another look?');
    expect(words.all('offer.option', { number: 3 })).toBe('option 3');
  });

  test('each part of a language is there', () => {
    const of = phrases('de-DE');
    const data = LANGUAGES.de as (typeof LANGUAGES)[string];
    expect([of.numbers, of.numberWords, of.emoji, of.written, of.answers]).toEqual([
      ...[data.numbers(), data.numberWords(), data.emoji(), data.written(), data.answers()],
    ]);
    expect([of.understood, of.pace, of.script, of.sentences]).toEqual([
      ...[data.words().understood, data.words().pace, data.words().script, data.words().sentences],
    ]);
  });
});
