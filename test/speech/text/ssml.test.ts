import { markFor, tagsOf } from '../../../lambda/speech/elements';
import { ENDING_MARKS, isMarked, marked, markedParts, markName, withoutMarks } from '../../../lambda/speech/marks';
import { clip, cost, PAUSE_COST, SPEECH_ROOM, toSsml } from '../../../lambda/speech/ssml';

const code = marked('say-as digits', '4711');

describe('a mark as the tags of an element', () => {
  test.each<readonly [string, string, string]>([
    ['break 0', '<break time="0ms"/>', ''],
    ['break 300', '<break time="300ms"/>', ''],
    ['break 10000', '<break time="10000ms"/>', ''],
    ...[
      'characters',
      'spell-out',
      'cardinal',
      'ordinal',
      'digits',
      'fraction',
      'unit',
      'time',
      'telephone',
      'address',
    ].map((way) => [`say-as ${way}`, `<say-as interpret-as="${way}">`, '</say-as>'] as const),
    ...['strong', 'moderate', 'reduced'].map(
      (level) => [`emphasis ${level}`, `<emphasis level="${level}">`, '</emphasis>'] as const,
    ),
    ...['x-slow', 'slow', 'medium', 'fast', 'x-fast'].map(
      (rate) => [`prosody rate ${rate}`, `<prosody rate="${rate}">`, '</prosody>'] as const,
    ),
    ...['x-low', 'low', 'medium', 'high', 'x-high'].map(
      (pitch) => [`prosody pitch ${pitch}`, `<prosody pitch="${pitch}">`, '</prosody>'] as const,
    ),
    ...['soft', 'medium', 'loud', 'x-loud'].map(
      (volume) => [`prosody volume ${volume}`, `<prosody volume="${volume}">`, '</prosody>'] as const,
    ),
    ...['en-US', 'en-GB', 'en-IN', 'de-DE', 'es-ES', 'es-US', 'fr-FR', 'fr-CA', 'hi-IN', 'it-IT', 'ja-JP', 'pt-BR'].map(
      (language) => [`lang ${language}`, `<lang xml:lang="${language}">`, '</lang>'] as const,
    ),
    ['whispered', '<amazon:effect name="whispered">', '</amazon:effect>'],
  ])('%s', (name, open, close) => {
    expect(tagsOf(name)).toEqual({ open, close });
  });

  test.each([
    'break 10001',
    'break 100000',
    'break',
    'break 3s',
    'break x3',
    'break -3',
    'say-as date',
    'say-as',
    'emphasis',
    'emphasis none',
    'prosody rate',
    'prosody rate low',
    'prosody range low',
    'prosody',
    'lang nl-NL',
    'lang',
    'audio',
    'entry',
    'toString',
    '',
  ])('%j is none that Alexa knows', (name) => {
    expect(tagsOf(name)).toBeUndefined();
  });
});

describe('the mark for an element that an author wrote', () => {
  test.each([
    ['break', {}, 'break 400'],
    ['break', { time: '2s' }, 'break 2000'],
    ['break', { time: '1.25s' }, 'break 1250'],
    ['break', { time: '0.0004s' }, 'break 400'],
    ['break', { time: '0.125ms' }, 'break 0'],
    ['break', { time: '+250ms' }, 'break 250'],
    ['break', { time: ' 250ms ' }, 'break 250'],
    ['break', { time: '12s' }, 'break 10000'],
    ['break', { time: '999999ms' }, 'break 10000'],
    ['break', { time: '2sec' }, 'break 400'],
    ['break', { time: '2 minutes' }, 'break 400'],
    ['break', { time: 'about 2s' }, 'break 400'],
    ['break', { time: '2', strength: 'strong' }, 'break 700'],
    ['break', { time: '1s', strength: 'strong' }, 'break 1000'],
    ['break', { strength: 'none' }, 'break 0'],
    ['break', { strength: 'x-weak' }, 'break 0'],
    ['break', { strength: 'weak' }, 'break 200'],
    ['break', { strength: 'medium' }, 'break 400'],
    ['break', { strength: 'strong' }, 'break 700'],
    ['break', { strength: 'x-strong' }, 'break 1200'],
    ['break', { strength: 'endless' }, 'break 0'],
    ['say-as', { 'interpret-as': 'telephone' }, 'say-as telephone'],
    ['say-as', { 'interpret-as': 'date' }, undefined],
    ['say-as', {}, undefined],
    ['emphasis', {}, 'emphasis moderate'],
    ['emphasis', { level: 'strong' }, 'emphasis strong'],
    ['emphasis', { level: 'none' }, undefined],
    ['prosody', { rate: 'slow' }, 'prosody rate slow'],
    ['prosody', { pitch: 'x-high' }, 'prosody pitch x-high'],
    ['prosody', { volume: 'loud', pitch: 'high' }, 'prosody pitch high'],
    ['prosody', { rate: '80%' }, undefined],
    ['prosody', {}, undefined],
    ['amazon-effect', { name: 'whispered' }, 'whispered'],
    ['amazon-effect', { name: 'sung' }, undefined],
    ['amazon-effect', { name: 'break 300' }, undefined],
    ['amazon-effect', {}, undefined],
    // What stands in another language, in any element.
    ['lang', { 'xml:lang': 'fr-FR' }, 'lang fr-FR'],
    ['span', { lang: 'fr' }, 'lang fr-FR'],
    ['p', { lang: 'EN-gb' }, 'lang en-GB'],
    ['p', { lang: 'de_AT' }, 'lang de-DE'],
    ['p', { lang: ' it ' }, 'lang it-IT'],
    ['p', { lang: 'pt-PT' }, 'lang pt-BR'],
    ['p', { lang: 'es-MX', 'xml:lang': 'de' }, 'lang es-MX'],
    ['p', { lang: 'nl' }, undefined],
    ['p', { lang: 'x-de' }, undefined],
    ['p', { lang: 'english' }, undefined],
    ['p', { lang: 'zh-Hans' }, undefined],
    ['p', { lang: '' }, undefined],
    ['p', {}, undefined],
    ['emphasis', { lang: 'fr' }, 'emphasis moderate'],
    ['toString', {}, undefined],
  ] as const)('<%s> with %j: %s', (element, attributes, name) => {
    expect(markFor(element, attributes)).toBe(name);
  });
});

describe('texts with marks', () => {
  test('its name can be read again, and is neither seen nor heard', () => {
    const [{ name, text } = { text: '' }] = markedParts(code);
    expect([name, text, withoutMarks(code), isMarked(code), isMarked('4711')]).toEqual([
      'say-as digits',
      '4711',
      '4711',
      true,
      false,
    ]);
    expect(code.replace(/[\ufff9\ufffb\u{e0020}-\u{e007e}]/gu, '')).toBe('4711');
    expect(markName('\u{e0061}\u{e0020}\u{e007a}')).toBe('a z');
  });

  test.each([
    ['Order 5', [{ text: 'Order 5' }]],
    ['', []],
    [code, [{ name: 'say-as digits', text: '4711' }]],
    [`Order ${code}`, [{ text: 'Order ' }, { name: 'say-as digits', text: '4711' }]],
    [`${code} is ready`, [{ name: 'say-as digits', text: '4711' }, { text: ' is ready' }]],
    [
      `${code}${marked('break 300', '')}`,
      [
        { name: 'say-as digits', text: '4711' },
        { name: 'break 300', text: '' },
      ],
    ],
    [
      `A${code}B${code}C`,
      [
        { text: 'A' },
        { name: 'say-as digits', text: '4711' },
        { text: 'B' },
        { name: 'say-as digits', text: '4711' },
        { text: 'C' },
      ],
    ],
  ])('the parts of %j', (text, parts) => {
    expect(markedParts(text)).toEqual(parts);
  });

  test.each([
    [`Order ${code}.`, 'Order 4711.'],
    [code.slice(0, -1), '4711'],
    [`4711${code.slice(-1)}`, '4711'],
    [`Order\ufff9 ${code}`, 'Order 4711'],
    ['Order 5', 'Order 5'],
  ])('%j without marks', (text, heard) => {
    expect(withoutMarks(text)).toBe(heard);
  });

  test('marks at its end', () => {
    const twice = marked('emphasis strong', code);
    expect([code, twice, `${code}.`].map((text) => ENDING_MARKS.exec(text)?.[0].length)).toEqual([1, 2, undefined]);
  });
});

describe('a reply', () => {
  test.each([
    [['Hello.'], 0, '<speak><p>Hello.</p></speak>'],
    [['Hello.', 'Bye.'], undefined, '<speak><p>Hello.</p> <p>Bye.</p></speak>'],
    [['Hello.', 'Bye.', 'Now.'], 2, "<speak><p>Hello.</p> <break time='2s'/> <p>Bye.</p> <p>Now.</p></speak>"],
    [['Hello.'], 2, "<speak><p>Hello.</p> <break time='2s'/></speak>"],
    [[], 2, '<speak></speak>'],
    [['"Tom & Ann’s" <5\'>'], 0, '<speak><p>&quot;Tom &amp; Ann’s&quot; &lt;5&apos;&gt;</p></speak>'],
    [['5\u00a0€\ud83d\u0007\ufffe!\ufffb'], 0, '<speak><p>5 €!</p></speak>'],
    [[`Order ${code}, ok`], 0, '<speak><p>Order <say-as interpret-as="digits">4711</say-as>, ok</p></speak>'],
    [[`Wait ${marked('break 300', '')} now`], 0, '<speak><p>Wait <break time="300ms"/> now</p></speak>'],
    [
      [`Order ${marked('emphasis strong', `no ${code}`)}!`],
      0,
      '<speak><p>Order <emphasis level="strong">no <say-as interpret-as="digits">4711</say-as></emphasis>!</p></speak>',
    ],
    [
      [marked('emphasis strong', `no ${code}`).slice(0, -2)],
      0,
      '<speak><p><emphasis level="strong">no <say-as interpret-as="digits">4711</say-as></emphasis></p></speak>',
    ],
    [[`A ${marked('emphasis odd', 'b')}c`], 0, '<speak><p>A bc</p></speak>'],
    [[`A\ufffb ${code}`], 0, '<speak><p>A <say-as interpret-as="digits">4711</say-as></p></speak>'],
  ])('of %j with a pause of %j', (paragraphs, pause, ssml) => {
    expect(toSsml(paragraphs, pause)).toBe(ssml);
  });

  test('what a text and a pause take of its room', () => {
    expect([cost(''), cost('Tom & Ann'), cost(code)]).toEqual([8, 8 + 13, 8 + 43]);
    const [plain, paused] = [toSsml(['One.', 'Two.']), toSsml(['One.', 'Two.'], 9)];
    expect(paused.length - plain.length).toBe(PAUSE_COST - 1);
    expect([PAUSE_COST, SPEECH_ROOM]).toEqual([20, 7985]);
  });
});

describe('what has to be cut', () => {
  const two = 'Soup is hot. Tea is not.';

  test.each([
    // All of it fits, to the last character.
    [[two], 32, [two]],
    [['Soup.', 'Tea.'], 8 + 5 + 8 + 4, ['Soup.', 'Tea.']],
    // Whole sentences, whole words, whole characters.
    [[two], 31, ['Soup is hot.']],
    [[two], 19, ['Soup is']],
    [['Soup.', 'Tea is not hot.', 'Bye.'], 8 + 5 + 8 + 5, ['Soup.', 'Tea']],
    [['Soup.', two, 'Bye.'], 8 + 5 + 8 + 14, ['Soup.', 'Soup is hot.']],
    [['Soup.', 'Tea.', 'Bye.'], 8 + 5 + 8, ['Soup.']],
    [['Soup is hot. Tea is not hot at all.', 'A.'], 30, ['Soup is hot.']],
    [['Streuselkuchen'], 8 + 6, ['Streus']],
    [['😀😀😀'], 8 + 5, ['😀😀']],
    [['Soup'], 8, []],
    [['Soup'], 0, []],
    [['Tom & Ann & Ben & Eva'], 8 + 14, ['Tom & Ann']],
    [['"""" "'], 8 + 13, ['""']],
    // Never within a mark, nor behind its beginning.
    [[`Order ${code} is ready`], 8 + 6 + 43 + 3, [`Order ${code} is`]],
    [[`Order ${code}`], 8 + 6 + 38, ['Order']],
    [[`Order${code}`], 8 + 5 + 42, [`Order${code.slice(0, -2)}`]],
    [[`A ${marked('odd', 'b')} c d`], 8 + 5, [`A ${marked('odd', 'b')} c`]],
  ])('%j in a room of %i', (texts, room, cut) => {
    expect(clip(texts, room, 'en-US')).toEqual(cut);
  });
});
