import { titleOfFile } from '../../../lambda/speech/file-names';
import { isFileName } from '../../../lambda/speech/html';
import {
  BLOCKS,
  BRACKETED,
  CELLS,
  HIDDEN,
  isElement,
  isMarkup,
  LINES,
  STRIKES,
} from '../../../lambda/speech/html-elements';
import { readText } from '../../../lambda/speech/markup';
import { STRUCK, UNSTRUCK } from '../../../lambda/speech/signals';
import { shownUrl, URL_PATTERN, urlsIn, webUrl } from '../../../lambda/speech/urls';

const PICTURE = 'https://c.example/a.png';
const struck = (words: string) => STRUCK + words + UNSTRUCK;

describe('what the tags of a text do', () => {
  const lines = (text: string) => readText(text).paragraphs;

  test.each([
    ['<p>We open at nine.</p><p>Call us.</p>', [['We open at nine.'], ['Call us.']]],
    ['<b>We</b> open <i>at</i> nine.', [['We open at nine.']]],
    ['One<br>two<BR/>three', [['One', 'two', 'three']]],
    // Within a block element a break of the source is a space.
    ['<div>We open\nat nine.</div>We close\nat five.', [['We open at nine.'], ['We close', 'at five.']]],
    ['<div><p>We open</p>\nat nine.</div>', [['We open'], ['at nine.']]],
    ['<div>a\n<p>b\nc</p>d\ne</div>f\ng', [['a'], ['b c'], ['d e'], ['f', 'g']]],
    // What no reader of the page sees.
    ['<style>p { color: red }</style>We open.', [['We open.']]],
    ['<p>One</p><script>load(4)</script><p>two</p>', [['One'], ['two']]],
    ['<head><title>Shop</title></head>We open.', [['We open.']]],
    ['<video><b>No</b> film</video>We <b>open</b>.', [['We open.']]],
    ['<svg><title>Logo</title><svg>x</svg>y</svg>We open.', [['We open.']]],
    ['<audio src="https://c.example/a.mp3"/>We open.', [['We open.']]],
    ['<iframe src="https://c.example/map"/>We open.', [['We open.']]],
    ['<AUDIO src="https://c.example/a.mp3"/>We open.', [['We open.']]],
    // Never closed, and so not what hides its words.
    ['We open. <style>Call us.', [['We open. Call us.']]],
    ['<p>We open. <object>Call us.</p>', [['We open. Call us.']]],
    ['<head><title>Shop</title>We open.', [['ShopWe open.']]],
    ['<html><head><title>Shop</title></html>We open.', [['We open.']]],
    ['We <del>open. Call us.', [['We open. Call us.']]],
    ['We <del>close</del> open.', [[`We ${struck('close')} open.`]]],
    ['<s>9</s> <strike>8</strike> 7', [[`${struck('9')} ${struck('8')} 7`]]],
    // In SSML.
    ['<speak><s>We open.</s><s>Call us.</s></speak>', [['We open.', 'Call us.']]],
    [
      '<speak>The <sub alias="World Wide Web">WWW</sub> is <sub>2</sub> big.</speak>',
      [['The World Wide Web is 2 big.']],
    ],
    ['H<sub>2</sub>O and <sub alias="carbon dioxide">CO<b>2</b></sub> here', [['H2O and carbon dioxide here']]],
    ['<sub alias="A">B</sub>C <audio>D</audio>E<sub>F</sub>', [['AC EF']]],
    ['<style>Call <sub alias="A">B', [['Call B']]],
    ['<speak>Hi <s>we open.</s> Bye</speak>', [['Hi', 'we open.', 'Bye']]],
    ['We <video><p>No film</p></video>open.', [['We open.']]],
    ['<b alias="Rosa">R.</b> is in.', [['R. is in.']]],
    ['<b>We open\nat nine.</b>', [['We open', 'at nine.']]],
    ['<div><b>We</b> open\nat nine.</div>', [['We open at nine.']]],
    ['Hi <audio>H<sub>2</sub>O is here</audio>Rosa.', [['Hi Rosa.']]],
    ['The <sub alias="carbon dioxide">CO<b>2</b> gas</sub> is out.', [['The carbon dioxide is out.']]],
    ['<sub alias="A">B</sub><audio>C<sub>D</sub>E</audio>F', [['AF']]],
    ['<p>One</p><p>two</p><style>three', [['One'], ['two'], ['three']]],
    ['<audio src="https://c.example/a.mp3"/>We <style>p</style>open.', [['We open.']]],
    // No elements.
    ['Your <order number>, please', [['Your <order number>, please']]],
    ['<!-- Hi -->We open.<?xml version="1"?>', [['We open.']]],
  ])('%j', (text, paragraphs) => {
    expect(lines(text)).toEqual(paragraphs);
  });

  test.each([
    [`<img src="${PICTURE}" alt="Our shop">`, [['Our shop']], [PICTURE, 'Our shop'], [PICTURE, 'Our shop']],
    [`<img src="${PICTURE}" alt="Tom &amp; Co">`, [['Tom & Co']], [PICTURE, 'Tom & Co'], [PICTURE, 'Tom & Co']],
    [`<img src="${PICTURE}" alt="IMG_2041.jpg">`, [], [PICTURE, 'IMG_2041.jpg'], [PICTURE, '']],
    [`<img src="${PICTURE}">`, [], [PICTURE, ''], [PICTURE, '']],
    [
      '<img src="https://c.example/a?b=1&amp;c=2">',
      [],
      ['https://c.example/a?b=1&c=2', ''],
      ['https://c.example/a?b=1&c=2', ''],
    ],
    [
      '<source src="https://c.example/a.webp" alt="A map">',
      [['A map']],
      ['https://c.example/a.webp', 'A map'],
      undefined,
    ],
    ['<iframe src="https://c.example/map"></iframe>', [], ['https://c.example/map', ''], undefined],
    ['<script src="https://c.example/a.js"></script>', [], undefined, undefined],
    ['<a href="https://c.example">Shop</a>', [['Shop']], ['https://c.example', 'Shop'], undefined],
    ['<area alt="A room">', [['A room']], undefined, undefined],
  ])('what they show and link to: %j', (text, paragraphs, link, image) => {
    const read = readText(text);
    const pair = (one: { url: string; words: string } | undefined) => one && [one.url, one.words];
    expect([read.paragraphs, pair(read.links[0]), pair(read.images[0])]).toEqual([paragraphs, link, image]);
  });

  test.each([
    ['width="1" height="1"', 0],
    ['width="1"', 0],
    ['height="0"', 0],
    ['width="1px"', 0],
    ['height="0px"', 0],
    ['width="10"', 1],
    ['height="1%"', 1],
    ['width="51"', 1],
    ['height="21px"', 1],
    ['height="1em"', 1],
    ['width="2"', 1],
    ['', 1],
  ])('what tells its sender that a mail was opened is no picture: %s', (size, count) => {
    const { images, links } = readText(`<p>We open.</p><img src="${PICTURE}" ${size}>`);
    expect([images.length, links.length]).toEqual([count, count]);
  });
});

describe('the name of a file', () => {
  test.each([
    ...['menu.jpg', 'menu.jpeg', 'menu.PNG', 'menu.gif', 'menu.webp', 'menu.avif', 'menu.heic', 'menu.svg', 'menu.bmp'],
    ...[
      'scan.tif',
      'scan.tiff',
      ' our-menu.png ',
      'menu_final_v3',
      'menu_2',
      '2_menu',
      'menu2_a',
      'IMG_2041',
      'DSC00123',
    ],
    ...[
      'PXL 20240301',
      'image-12',
      'photo 3',
      'Screenshot 2',
      'untitled_1',
      'img2',
      'hero-banner-2x',
      '1a-b-c',
      'a-b-c3',
    ],
    ...['image', 'img', 'Photo', 'picture', 'screenshot', 'Untitled', 'alt', 'alt text'],
  ])('is no name of a picture: %s', (name) => {
    expect(isFileName(name)).toBe(true);
  });

  test.each([
    ...[
      'Our menu',
      'Our menu.png',
      'menu.pdf',
      'menu_card',
      'Room 12',
      'a photo',
      'photo of us',
      'hero-banner-wide',
      'b-2',
    ],
    ...[
      'Menu 2 of us',
      'the image',
      'images',
      'alternative',
      'alt texts',
      '',
      'a b_c_d',
      'menu',
      'image 2 of us',
      'Ü_2_ä',
    ],
    ...['photos 3', 'two images-2', 'jpg', '-a-b-3', 'menu.png now'],
  ])('is told from words: %j', (words) => {
    expect(isFileName(words)).toBe(false);
  });

  test.each([
    ['Opening-hours 2025.pdf', 'Opening hours 2025'],
    [' House rules.docx ', 'House rules'],
    ['House__rules.PDF', 'House rules'],
    ['Terms-and-conditions_.pdf', 'Terms and conditions'],
    ...[
      ...[
        'jpg',
        'jpeg',
        'png',
        'gif',
        'webp',
        'avif',
        'heic',
        'svg',
        'bmp',
        'tif',
        'tiff',
        'pdf',
        'doc',
        'docx',
        'xls',
        'xlsx',
      ],
      ...[
        'ppt',
        'pptx',
        'odt',
        'ods',
        'txt',
        'csv',
        'rtf',
        'zip',
        'mp3',
        'mp4',
        'm4a',
        'm4v',
        'mov',
        'avi',
        'webm',
        'wav',
      ],
      ...['ogg', 'ics', 'vcf', 'epub', 'htm', 'html'],
    ].map((ending) => [`House rules.${ending}`, 'House rules']),
    ['Terms_and_conditions.pdf', 'Terms and conditions'],
    ['Rules_of_the_house-pets.docx', 'Rules of the house pets'],
    // Named by a machine.
    ['a_b_c.pdf', ''],
    ['report_Q3_plan.pdf', ''],
    ['v_final_plan.pdf', ''],
    ['plan_final_v.pdf', ''],
    ['scan0001.pdf', ''],
    ['document(1).pdf', ''],
    ['menu_final_v3.pdf', ''],
    ['a3f9c0.docx', ''],
    ['image.pdf', ''],
    ['menu_final_v3', ''],
    ['photo 3', ''],
    // No file.
    ['House rules', 'House rules'],
    [' House rules of 2025', ' House rules of 2025'],
    ['Room 12.5', 'Room 12.5'],
    ['See x.pdf first', 'See x.pdf first'],
    ['Menu2', 'Menu2'],
  ])('what a thing is called by it: %j', (title, called) => {
    expect(titleOfFile(title)).toBe(called);
  });
});

describe('elements and placeholders', () => {
  test('each means something to a listener', () => {
    const some = [
      'p',
      'ul',
      'header',
      'table',
      'br',
      'tr',
      'td',
      'th',
      's',
      'del',
      'script',
      'video',
      'b',
      'em',
      'wbr',
      'break',
    ];
    const within = [BLOCKS, LINES, CELLS, STRIKES, HIDDEN].map((set) => some.filter((name) => set.has(name)));
    expect(within).toEqual([
      ['p', 'ul', 'header', 'table'],
      ['br', 'tr'],
      ['td', 'th'],
      ['s', 'del'],
      ['script', 'video'],
    ]);
    expect(some.filter((name) => !isElement(name))).toEqual([]);
    expect(['a', 'ins', 'optgroup', 'tbody', 'say-as', 'name', 'order', ''].filter(isElement)).toEqual([
      ...['a', 'ins', 'optgroup', 'tbody', 'say-as'],
    ]);
  });

  test.each([
    ...[
      '<b>',
      '<B>',
      '</b>',
      '</name>',
      '<!-- Hi -->',
      '<!DOCTYPE html>',
      '<?xml version="1"?>',
      '<br/>',
      '<br />',
      '<hr\n>',
    ],
    ...[
      '<input checked>',
      '<video AUTOPLAY loop>',
      '<select multiple required/>',
      '<name first="a">',
      '<a href=b>',
      '<my-tag>',
    ],
    ...['<o:p>', '<amazon:effect>', '<a=b>', '<script async defer>', '<p readonly\nhidden>'],
  ])('is markup: %j', (bracketed) => {
    expect(isMarkup(bracketed)).toBe(true);
  });

  test.each([
    ...[
      '<name>',
      '<your order number>',
      '<time of your booking>',
      '<b of it>',
      '<neighbour>',
      '<Order>',
      '<input checked twice>',
    ],
    ...['<2nd floor>', '<a, b>', '<>', '<ärzte>', 'x <b>', '<b> x', '<u2>'],
  ])('is words: %j', (bracketed) => {
    expect(isMarkup(bracketed)).toBe(false);
  });

  test('what stands in angle brackets, and no signs of figures', () => {
    const found = (text: string) => [...text.matchAll(BRACKETED)].map(([, words]) => words);
    expect(found('Dear <name>, a <b and c> <</p>')).toEqual(['name', 'b and c', '/p']);
    expect(found('a < b >, <1% >, <= 4>, <>, < >, <a<b')).toEqual([]);
    expect(found('<a<b> <é> <a\nb>')).toEqual(['b', 'é', 'a\nb']);
  });
});

describe('addresses', () => {
  const found = (text: string) => text.match(URL_PATTERN) ?? [];

  test.each([
    ['See https://x.example/menu.', ['https://x.example/menu']],
    ['See HTTPS://X.example, or http://y.example!', ['HTTPS://X.example', 'http://y.example']],
    ['(see https://x.example/a_(b))', ['https://x.example/a_(b)']],
    ['See https://x.example/a(b)c?d=1&e=%20#f-g~h/, please', ['https://x.example/a(b)c?d=1&e=%20#f-g~h/']],
    ['https://x.example/a;b:c=d+e*f@g|h!i$j', ['https://x.example/a;b:c=d+e*f@g|h!i$j']],
    ['https://x.example/menü_ and https://x.example/$', ['https://x.example/menü_', 'https://x.example/$']],
    ['詳しくはhttps://x.example/aをご覧ください', ['https://x.example/a']],
    ['เปิดhttps://x.example/aทุกวัน', ['https://x.example/a']],
    ['ເບິ່ງ https://x.example/aທຸກ', ['https://x.example/a']],
    ['មើល https://x.example/aនៅ', ['https://x.example/a']],
    ['ကြည့် https://x.example/aပါ', ['https://x.example/a']],
    ['見る https://x.example/aカタ https://x.example/bひら', ['https://x.example/a', 'https://x.example/b']],
    ['Open myshop://orders/4 or a+b.c-1://d', ['myshop://orders/4', 'a+b.c-1://d']],
    ['See www.x.example now, or WWW.Y.example', ['www.x.example', 'WWW.Y.example']],
    ['www.é.example', ['www.é.example']],
    ['See x.example/menu and shop.x.co.uk/a', ['x.example/menu', 'shop.x.co.uk/a']],
    ...[
      'com',
      'net',
      'org',
      'edu',
      'gov',
      'info',
      'biz',
      'app',
      'dev',
      'shop',
      'store',
      'online',
      'site',
      'page',
      'link',
      'de',
    ].map((ending): [string, string[]] => [`See our-shop2.${ending}/a4.`, [`our-shop2.${ending}/a4`]]),
    ['Look: data:image/png;base64,iVBOR= there', ['data:image/png;base64,iVBOR=']],
    ['Look: data:text/plain,Hi', ['data:text/plain,Hi']],
    ['https://', ['https://']],
    ['https://x.example/a-', ['https://x.example/a-']],
    ['https://x.example/a@', ['https://x.example/a@']],
    ['https://x.example/a%', ['https://x.example/a%']],
    ['https://x.example/a+', ['https://x.example/a+']],
    ['https://x.example/?a=', ['https://x.example/?a=']],
    ['https://x.example/a& https://x.example/#', ['https://x.example/a&', 'https://x.example/#']],
    ['https://x.example/a: b', ['https://x.example/a']],
  ])('are found: %j', (text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  test.each([
    ['Node.js/Express and km/h'],
    ['www. or www.-'],
    ['Mail rosa@x.example/a'],
    ['x.example'],
    ['x.exampleish/a'],
    ['and/or'],
    ['data: image/png, and metadata:a/b,c'],
    ['a://b and 1://c'],
    ['awww.x'],
  ])('are told from words: %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('those a browser can open', () => {
    const text =
      'https://x.example/a?b=1&amp;c=2 myshop://orders www.y.example https://localhost/a data:text/plain,Hi z.com/b';
    expect(urlsIn(text)).toEqual(['https://x.example/a?b=1&c=2', 'www.y.example', 'z.com/b']);
    expect(urlsIn('We open at nine.')).toEqual([]);
  });

  test.each([
    ['https://x.example', 'https://x.example/'],
    ['HTTP://X.example/a b', 'http://x.example/a%20b'],
    ['//x.example/a', 'https://x.example/a'],
    ['x.example/menü', 'https://x.example/men%C3%BC'],
    ['x.example/a:b', 'https://x.example/a:b'],
    ['x.example//a', 'https://x.example//a'],
    ['https://müller.example', 'https://xn--mller-kva.example/'],
    ['ftp://x.example', undefined],
    ['xhttps://x.example', undefined],
    ['httpsx://x.example', undefined],
    ['shop+a.b-1://x.example', undefined],
    ['localhost/a', undefined],
    ['https://', undefined],
    ['', undefined],
  ])('for a card: %j', (address, url) => {
    expect([webUrl(address), shownUrl(address)]).toEqual([url, url]);
  });

  test.each([
    ['tel:+15551234567', '+15551234567'],
    ['TEL:+1%20(555)%20123-4567;ext=4', '+1 (555) 123-4567'],
    ['sms:12345?body=Hi', '12345'],
    ['callto:12345', '12345'],
    ['mailto:rosa@x.example?subject=Hi', 'rosa@x.example'],
    ["mailto:o'neil/a&b*c#d_e@x.example", "o'neil/a&b*c#d_e@x.example"],
    ['tel: 123 ', '123'],
    ['tel:100%', undefined],
    ['tel:12', undefined],
    ['tel:%20%2012%20', undefined],
    ['tel:', undefined],
    ['mailto:<rosa>', undefined],
    ['mailto:rosa,ben', undefined],
    ['xtel:12345', undefined],
    [`tel:${'1'.repeat(101)}`, undefined],
  ])('as a card shows one: %j', (address, shown) => {
    expect(shownUrl(address)).toBe(shown);
  });
});
