import fc from 'fast-check';
import { anyCharacter } from '../support/any-character';

/** Words that must be heard, whatever stands around them. */
export const WORDS = [
  'hello',
  'Straße',
  'naïve',
  'привет',
  'мир',
  'γειά',
  'שלום',
  'مرحبا',
  'می‌خواهم',
  'नमस्ते',
  'क्‍ष',
  'ありがとう',
  '東京',
  'สวัสดี',
  '안녕',
  'ሰላም',
  'Việt',
  '2nd',
  // Longer than the mark of a source: "[42]".
  '2042',
  'AT&T',
  "it's",
  'snake_case',
  'C#',
  '10:30',
];

const word = fc.constantFrom(...WORDS);

/** What an author may put around a word; the word stays whole. */
const WRAPPERS: ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `**${inner}**`,
  (inner) => `*${inner}*`,
  (inner) => `__${inner}__`,
  (inner) => `_${inner}_`,
  (inner) => `***${inner}`,
  (inner) => `\`${inner}\``,
  (inner) => `[${inner}](https://x.example/a_b?c=d&e=f "title")`,
  (inner) => `![${inner}](https://x.example/a.png)`,
  // Two brackets are a template's.
  (inner) => (inner.startsWith('[') ? inner : `[${inner}]`),
  (inner) => `\n\n# ${inner}\n\n`,
  (inner) => `\n\n- ${inner}`,
  (inner) => `\n\n7. ${inner}`,
  (inner) => `\n\n> ${inner}\n\n`,
  (inner) => `\n\n${inner}\n===\n\n`,
  (inner) => `\n\n| ${inner} | ${inner} |\n|---|\n| ${inner} |\n\n`,
  (inner) => `\n\n\`\`\`\n${inner}\n\`\`\`\n\n`,
  (inner) => `<b>${inner}</b>`,
  (inner) => `<p class="a > b">${inner}</p>`,
  (inner) => `<div>${inner}`,
  (inner) => `<ul><li>${inner}</li></ul>`,
  (inner) => `<td>${inner}</td>`,
  (inner) => `<a href='https://x.example/?a=1&amp;b=2'>${inner}</a>`,
  (inner) => `<script>if (a < b) "hidden"</script>${inner}`,
  (inner) => `<!-- hidden -->${inner}`,
  (inner) => `&lt;b&gt;${inner}&lt;/b&gt;`,
  (inner) => `"${inner}"`,
  (inner) => `(${inner})`,
  (inner) => `👍🏽${inner}👩‍👩‍👧`,
  (inner) => `\u202e\ufeff${inner}\u200b`,
  (inner) => `\u0000${inner}\ud83d`,
];

const GAPS = [
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '<br>',
  '<br/>\n',
  '&nbsp;',
  ' &amp; ',
  ' & ',
  ' — ',
  ', ',
  '. ',
  ' 😀 ',
  ' < ',
  ' > ',
  ' * ',
  ' | ',
  ' → ',
  ' • ',
  '\n---\n',
  '\n```\n',
  ' https://x.example/_y_/?z=1. ',
  ' www.example.com/a ',
  '\u0007',
  '\u00a0',
  '\u2028',
  ' \ufffe ',
  '</p>',
  '</b> ',
  '<hr>',
  '<x-y> ',
  ' [ ',
  ' ] ',
  ' ( ',
  ' ` ',
  ' ** ',
  ' _ ',
  ' ~~ ',
  ' \\ ',
  ' "',
];

export interface Soup {
  readonly text: string;
  /** What must be heard, in this order. */
  readonly words: readonly string[];
}

/** Markdown, HTML, emoji, addresses and rubbish around known words. */
export const markupSoup: fc.Arbitrary<Soup> = fc
  .array(
    fc.record({ word, wraps: fc.array(fc.constantFrom(...WRAPPERS), { maxLength: 2 }), gap: fc.constantFrom(...GAPS) }),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => ({
    text: pieces.map(({ word, wraps, gap }) => wraps.reduce((inner, wrap) => wrap(inner), word) + gap).join(''),
    words: pieces.map(({ word }) => word),
  }));

/** What bots send of SSML, closed or not, with values that Alexa knows and others. */
const ssmlSoup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<speak>',
        '</speak>',
        '<break time="1s"/>',
        '<break time="99h"/>',
        '<break strength="strong"/>',
        '<emphasis level="strong">',
        '</emphasis>',
        '<say-as interpret-as="digits">',
        '<say-as interpret-as="date" format="x">',
        '</say-as>',
        '<prosody rate="slow" pitch="high">',
        '<prosody rate="1e9%">',
        '</prosody>',
        '<sub alias="a &amp; b">',
        '</sub>',
        '<p lang="fr">',
        '</p>',
        '<amazon:effect name="whispered">',
        '\ufff9\u{e0061}',
        '\ufffb',
        'order number 4711 ',
        '1. One. 2. Two. ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** Any text at all, lone surrogates and control characters included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: anyCharacter, maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...'<>&"\'*_`[]()!#-+|~\\/:;.,?= \n\t1ab&#x', '\ud83d', '\ude00', '\u0301', '\u200d'), {
      maxLength: 200,
    })
    .map((units) => units.join('')),
  markupSoup.map(({ text }) => text),
  ssmlSoup,
);
