import { withoutDrawings } from '../../../lambda/speech/line/drawings';

/** A line without its drawings. A face becomes an emoji, ✨, which says nothing: it is left out here, as it is later. */
const said = (line: string) => withoutDrawings(line).replaceAll('✨', '').replace(/ +/g, ' ').trim();
const isFace = (line: string) => withoutDrawings(line).trim() === '✨';

describe('faces that are all of a line', () => {
  test.each([
    // Of brackets, with arms or without.
    '(◕‿◕)',
    'ʕ•ᴥ•ʔ',
    '¯\\_(ツ)_/¯',
    '٩(◕‿◕)۶',
    '(≧∇≦)/',
    'ヽ(´▽`)/',
    '(・ω・)ノ',
    '(￣▽￣)ノ',
    '（´ω｀）',
    'ᕦ(◕‿◕)ᕥ',
    '(◕‿◕)･ﾟ',
    // Lying down, of one who smiles, winks, cries or sticks out the tongue.
    ':)',
    ':-)',
    ':))',
    ';-)',
    ':D',
    ':P',
    ':p',
    ':(',
    ':^)',
    ':o)',
    ':/',
    ':\\',
    ':|',
    ':*',
    ':]',
    ":'(",
    ':’)',
    ":'-)",
    ';’-)',
    '=)',
    '=D',
    ':o',
    ':O',
    ':3',
    ':-o',
    // Upright.
    'XD',
    'xDD',
    '^^',
    '^_^',
    '^.^',
    '^-^',
    'T_T',
    'T__T',
    'o_O',
    'O_o',
    '>_<',
    '>.<',
    '-_-',
    '-__-',
    '\\o/',
    // Upright, in brackets.
    '(^^)',
    '(^_^)',
    '(^o^)',
    '( ^_^)',
    '(^_^ )',
    '(^_^;)',
    "(^_^')",
    '(^_^’)',
    '(-_-)',
    '(-.-)',
    '(T_T)',
    '(o_O)',
    '(>_<)',
    '(>.<)',
    '(_ _)',
    '(__)',
    '(;_;)',
    'm(_ _)m',
    '(^^)v',
    '(^_^)/',
    '(^_^)ノ',
    '(^_^)／',
    '(^_^)ﾉ',
    // Hearts, whole and broken.
    '<3',
    '<333',
    '</3',
  ])('%s', (line) => {
    expect(isFace(line)).toBe(true);
  });
});

describe('faces in a sentence', () => {
  test.each([
    ['Thank you :) See you soon', 'Thank you See you soon'],
    ['Thank you ;-), Ana', 'Thank you , Ana'],
    ["Sorry :'(, we are closed", 'Sorry , we are closed'],
    ['Thank you =D! Bye', 'Thank you ! Bye'],
    ['Wow :o. Really', 'Wow . Really'],
    ['Wow ^_^, great', 'Wow , great'],
    ['Haha xD! great', 'Haha ! great'],
    ['We love you <3', 'We love you'],
    ['We love you <3 Yours', 'We love you Yours'],
    ['We love you <3! Thanks', 'We love you ! Thanks'],
    ['Sorry m(_ _)m we are full', 'Sorry we are full'],
    ['Sorry ¯\\_(ツ)_/¯ we are full', 'Sorry we are full'],
    ['Hello (^_^)m', 'Hello'],
    ['Hello ʕ•ᴥ•ʔ, welcome', 'Hello , welcome'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('what is like a face is left alone', () => {
  test.each([
    // Colons and brackets of a sentence.
    'Note:) the end',
    'Call us:(030) 12',
    "It is 5:'(",
    'a=)',
    'Ratio 4:3',
    'See :3rd row',
    'Menu :open',
    'Key :)x',
    'Key ^_^x',
    'Type :Dear',
    // Signs of arithmetic, and of code.
    'x^^2',
    'Fewer than <3 items',
    'I have <3 GB left',
    'a<3',
    'Room a-_- b',
    'At 5 >_<5',
    // Words in brackets.
    'Hot (30°C) tea',
    'A right angle (90°)',
    'Served in (東京・大阪)',
    'See (note ･ below)',
    '(Tokyo)',
    '(m)',
  ])('%s', (line) => {
    expect(withoutDrawings(line)).toBe(line);
  });

  test.each([
    ['Good (^_^)mail', 'Good mail'],
    ['Good (^_^)/2', 'Good /2'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('what sparkles around a face or a word', () => {
  test.each([
    ['*:･ﾟ✧ Sale ✧･ﾟ:*', 'Sale'],
    ['☆*:.｡.o(≧▽≦)o.｡.:*☆', ''],
    ['Sale ☆ミ', 'Sale ☆ミ'],
    ['*bold*', '*bold*'],
    ['Sale ･ﾟ✧', 'Sale'],
    ['ヽ Hello ノ', 'Hello'],
    ['┻━┻ sorry', 'sorry'],
    ['(╯°□°)╯︵ ┻━┻ sorry', 'sorry'],
    ['ノート', 'ノート'],
    ['メノ', 'メノ'],
    ['>> more <<', 'more'],
    ['Sale <> today', 'Sale today'],
    ['~*~ Sale ~*~', 'Sale'],
    ['a < b > c', 'a < b > c'],
    ['Sale︵︶today', 'Sale today'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('question and exclamation marks', () => {
  test.each([
    ['Really???', 'Really?'],
    ['Go!!', 'Go!'],
    ['Really?!?!', 'Really?!'],
    ['Really!!?', 'Really?!'],
    ['Really? Yes!', 'Really? Yes!'],
    // Drawn.
    ['Shall I book it❓', 'Shall I book it?'],
    ['Shall I book it ❔', 'Shall I book it?'],
    ['(Really)❓❗ Yes❕', '(Really)?! Yes!'],
    ['Sale 5❗❗ Today', 'Sale 5! Today'],
    ['Sale ❗ Today ❗', 'Sale! Today!'],
    ['हाँ❓', 'हाँ?'],
    ['“Ready”❓ See', '“Ready”? See'],
    ['❗ Important', '❗ Important'],
    ['Press ❓ for help', 'Press ❓ for help'],
    ['Wait. ❗ Important', 'Wait. ❗ Important'],
  ])('%s', (line, heard) => {
    expect(withoutDrawings(line)).toBe(heard);
  });
});

describe('dots that lead', () => {
  test.each([
    // To an amount.
    ['Soup ........ $5', 'Soup, $5'],
    ['Soup........$5', 'Soup, $5'],
    ['Soup........5', 'Soup, 5'],
    ['Soup ····· £3', 'Soup, £3'],
    ['Soup . . . . . €7', 'Soup, €7'],
    ['Soup …… 12', 'Soup, 12'],
    ['Soup……₹12', 'Soup, ₹12'],
    ['Soup____€7', 'Soup, €7'],
    ['Soup ... $5', 'Soup, $5'],
    ['Soup..€5', 'Soup, €5'],
    ['Soup ...£5', 'Soup, £5'],
    ['Soup... ₹5', 'Soup, ₹5'],
    ['Soup ........ market price', 'Soup, market price'],
    // Few of them do not, but before an amount.
    ['Soup... five', 'Soup... five'],
    ['Soup... $$', 'Soup... $$'],
    ['Soup. $5', 'Soup. $5'],
    // They are a pause where a sentence stops, and a gap where it is to be filled in.
    ['Well...... maybe', 'Well... maybe'],
    ['Well…… maybe', 'Well... maybe'],
    ['Wait......', 'Wait... '],
    ['Wait ......', 'Wait... '],
    ['...... Well', '... Well'],
    [' ...... Well', '... Well'],
    ['Name:____', 'Name: '],
    ['Name: ____', 'Name: '],
    ['Wait… and see', 'Wait… and see'],
  ])('%s', (line, heard) => {
    expect(withoutDrawings(line)).toBe(heard);
  });
});
