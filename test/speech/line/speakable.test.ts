import { type LineWords, speakable } from '../../../lambda/speech/line/speakable';
import { marked, markedParts } from '../../../lambda/speech/marks';
import { BLANK, CHOICE, CODE, STRUCK, UNSTRUCK } from '../../../lambda/speech/signals';
import type { Wording } from '../../../lambda/speech/written';

const WORDS: LineWords = {
  substitutes: { link: 'the link', loneLink: 'The link is in your app', and: 'and' },
  language: 'en',
};

/** Of the text's language nothing is known but what is given. */
const said = (line: string, words: Partial<LineWords> = {}) => speakable(line, { ...WORDS, ...words });

/** A language that has words for a truck, for "approx." and for what is in capitals. */
const worded: Wording = {
  concerns: (line) => /approx/.test(line),
  signs: (line) => line.replaceAll('🚚', ' by truck ').replaceAll(BLANK, 'something'),
  words: (line) => line.replaceAll('approx.', 'about').replaceAll('and', 'plus'),
  capitals: (line, source) => line.replaceAll('ASAP', source.includes('ASAP by') ? 'soon' : 'at once'),
};

/** One that would change each line, and says that no line concerns it. */
const unconcerned: Wording = {
  concerns: () => false,
  signs: () => 'changed',
  words: () => 'changed',
  capitals: () => 'changed',
};

describe('most lines are words, and nothing is looked for in them', () => {
  test.each([
    'Your table for 4 is booked.',
    '"Today" – from €5 to €7 (each); save 20%!',
    '¿Le va bien a las 5? ¡Sí!',
    '(030) 123-456, from abroad +49 30',
    'Write to help@acme.example',
    '“Größe: 42”, ‘neu’… und £5',
    'お茶、コーヒー。',
    'हाँ, 5 बजे',
    'Wait. No: 3.5, not 3,5',
    '5',
    'A',
  ])('%s', (line) => {
    expect([said(line), said(line, { wording: unconcerned })]).toEqual([line, line]);
  });
});

describe('what is known of a language', () => {
  test.each([
    ['It takes approx. 5 days', 'It takes about 5 days'],
    ['Sent 🚚 today', 'Sent by truck today'],
    ['Paid 🎉', 'Paid'],
    ['Send it ASAP → please', 'Send it at once, please'],
    ['Send it ASAP by 🚚', 'Send it soon by by truck'],
    ['Tea & cake', 'Tea plus cake'],
    ['Lakeside B&B & spa', 'Lakeside B&B plus spa'],
    [`Dear ${BLANK} → hello`, 'Dear something, hello'],
    ['A rate of 1.250,- for approx. 5', 'A rate of 1250 for about 5'],
  ])('%s', (line, heard) => {
    expect(said(line, { wording: worded })).toBe(heard);
  });

  test.each([
    ['Tea & cake', 'Tea and cake'],
    ['Lakeside B&B', 'Lakeside B&B'],
    ['Tea &cake', 'Tea &cake'],
    ['Tea& cake', 'Tea& cake'],
  ])('nothing: %s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('what no language has words for', () => {
  test.each([
    [`Dear ${BLANK}, welcome`, 'Dear, welcome'],
    [`You owe $${BLANK} to "${BLANK}${BLANK}" (${CODE}) today`, 'You owe to today'],
    [`Order #${BLANK} and ‘it’`, 'Order and ‘it’'],
    [`Now ${STRUCK}$5${UNSTRUCK} $4, ${STRUCK}$3${UNSTRUCK} $2`, 'Now $4, $2'],
    [`Now ${UNSTRUCK}$4${STRUCK}`, 'Now $4'],
    [`${CHOICE}Yes${CHOICE}No${CHOICE}Maybe`, 'Yes, No, Maybe'],
    [`Answer ${CHOICE}Yes`, 'Answer, Yes'],
    // Nothing but signs.
    ['🎉🎉', ''],
    ['...', ''],
    [`${BLANK}`, ''],
    [marked('break 300', ''), ''],
  ])('%j', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

/** A line with marks, the parts under them in brackets: "[say-as digits: 42]". */
function readable(line: string): string {
  return markedParts(line)
    .map(({ name, text }) => (name === undefined ? text : `[${name}: ${text}]`))
    .join('');
}

describe('what stands under a mark', () => {
  test.each([
    [['Say ', 'lang de-DE', 'Grüß Gott → Tschüs'], 'Say [lang de-DE: Grüß Gott, Tschüs]'],
    [['I ', 'emphasis strong', 'really → mean it'], 'I [emphasis strong: really, mean it]'],
    // In its own language it needs none.
    [['Say ', 'lang en-GB', 'hello → bye', ' now'], 'Say hello, bye now'],
    [['Say', 'lang en-GB', ' hello → bye ', 'now'], 'Say hello, bye now'],
    [['Say ', 'lang', 'hello → bye'], 'Say [lang: hello, bye]'],
    // What is spelled is left as it is.
    [['Code ', 'say-as characters', 'A-1/B #7*', ' → ok'], 'Code [say-as characters: A-1/B #7*], ok'],
    [['Call ', 'say-as telephone', '030 (12) 34-5'], 'Call [say-as telephone: 030 (12) 34-5]'],
    [['Ratio ', 'say-as fraction', '1/2.5:3,4'], 'Ratio [say-as fraction: 1/2.5:3,4]'],
    [['Code ', 'say-as characters', '７'], 'Code [say-as characters: 7]'],
    [['Code ', 'say-as characters', '→ ok'], 'Code, ok'],
    [['Code ', 'say-as characters', 'ok → AB'], 'Code ok, AB'],
    [['At ', 'say-as time', '5 pm', ', or → later'], 'At [say-as time: 5 pm], or, later'],
    [['say-as ', 'emphasis strong', 'A → B'], 'say-as [emphasis strong: A, B]'],
  ])('%j', ([before = '', name = '', under = '', behind = ''], heard) => {
    expect(readable(said(`${before}${marked(name, under)}${behind}`))).toBe(heard);
  });
});

describe('what looks like words, and is not', () => {
  test.each([
    ['See www.acme.example today', 'See the link today'],
    ['Write to mailto:help@acme.example', 'Write to help@acme.example'],
    ['Today --- only', 'Today only'],
    ['Today  only', 'Today only'],
    ['Yes , please', 'Yes, please'],
    ['Yes .', 'Yes.'],
    ['Yes !', 'Yes!'],
    ['Yes ?', 'Yes?'],
    ['Yes ; no', 'Yes; no'],
    ['Yes : no', 'Yes: no'],
    ['Yes,, please', 'Yes, please'],
    ['Yes,. Please', 'Yes. Please'],
    ['Yes,! Please', 'Yes! Please'],
    ['Really??', 'Really?'],
    ['Wait.... ok', 'Wait... ok'],
    ['A rate of 25,- for all', 'A rate of 25 for all'],
    ['A rate of 25.– for all', 'A rate of 25 for all'],
    ['A rate of 25.— for all', 'A rate of 25 for all'],
    ['Thanks :)', 'Thanks'],
    ['Thanks :-)', 'Thanks'],
    ['Thanks :D', 'Thanks'],
    ['Thanks :p', 'Thanks'],
    ['Thanks ;P', 'Thanks'],
    ['Sorry :(', 'Sorry'],
    ['Follow @acme', 'Follow acme'],
    ['Haha XD', 'Haha'],
    ['Haha xDD', 'Haha'],
    ['Unsere Fahrer:innen', 'Unsere Fahrerinnen'],
    ['Tea → coffee', 'Tea, coffee'],
    ['→ Tea', 'Tea'],
    ['Tea (→ below)', 'Tea (below)'],
    ['All ready.Come in', 'All ready. Come in'],
    ['All ready!Come in', 'All ready! Come in'],
    ['All ready?Come in', 'All ready? Come in'],
    ['Ready ', 'Ready'],
    ['Press 1\u20e3 now', 'Press 1 now'],
    ['Note ℹ this', 'Note this'],
    ['Number 5\ufe0f', 'Number 5'],
    ['S\u0336a\u0336l\u0336e\u0336', ''],
    ['H₂O', 'H2O'],
    ['ᴛᴀx', 'tax'],
    ['ꜱᴀʟᴇ', 'sale'],
    ['Ｓａｌｅ', 'Sale'],
    ['Oﬀer', 'Offer'],
    ['𝗦𝗮𝗹𝗲', 'Sale'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});
