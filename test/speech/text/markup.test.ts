import { readText } from '../../../lambda/speech/markup';
import { linesOf } from './reading';

describe('the lines of a text', () => {
  test.each([
    // Without markup.
    ['Your order is ready.', [['Your order is ready.']]],
    ['  Your order is ready. ', [['Your order is ready.']]],
    ['', []],
    ['  ', []],
    ['Hello Ana,\nyour order is ready.\n\nSee you', [['Hello Ana,', 'your order is ready.'], ['See you']]],
    ['Hello Ana,\n \t \nsee you\n', [['Hello Ana,'], ['see you']]],
    ['Well done (^_^)v', [['Well done  ✨']]],
    ['Well done (^_^)vs', [['Well done  ✨ vs']]],
    // Of markdown.
    ['**Hello** _Ana_, `1234` is ~~not~~ ready', [['Hello Ana,  1234  is {struck: not} ready']]],
    ['# Opening hours\nDaily from 9', [['Opening hours'], ['Daily from 9']]],
    ['Opening hours\n===\nDaily from 9', [['Opening hours'], ['Daily from 9']]],
    ['> Hello Ana,\n> see you', [['Hello Ana,', 'see you']]],
    ['- Soup\n- Salad', [['Soup', 'Salad']]],
    ['+ Soup\n+ Salad', [['Soup', 'Salad']]],
    ['  * Soup\n  * Salad', [['Soup', 'Salad']]],
    ['1) Soup\n2) Salad', [['1. Soup', '2. Salad']]],
    ['11) Soup\n12) Salad', [['11. Soup', '12. Salad']]],
    ['Soup\n---\nSalad', [['Soup'], ['Salad']]],
    ['Soup  \nSalad\\\nFish', [['Soup', 'Salad', 'Fish']]],
    ['\\*new\\* &amp; hot', [['*new* & hot']]],
    ['[Pay now](https://acme.example/pay) or call', [['Pay now or call']]],
    // What loses words in the Markdown of others is text here.
    ['    Soup\n    Salad', [['Soup', 'Salad']]],
    ['Dish | Price\n--- | ---\nSoup | *$5*', [['Dish | Price', '--- | ---', 'Soup | $5']]],
    ['[terms]: https://acme.example/terms\nWe agree', [['[terms]: https://acme.example/terms', 'We agree']]],
    ['<div>\nSoup *of the day*\n</div>', [['Soup of the day']]],
    ['[Write to us](javascript:chat())', [['Write to us']]],
    // Signs of arithmetic.
    ['It is 2*3*4 or 2*(3+4)*5', [['It is 2*3*4 or 2*(3+4)*5']]],
    ['*Only* 2*3*', [['Only 2*3*']]],
    ['So 2*a*b', [['So 2ab']]],
    ['If a < b > c', [['If a < b > c']]],
    // Addresses are kept whole.
    ['_See_ https://acme.example/a_b_c', [['See https://acme.example/a_b_c']]],
    ['*See* https://acme.example/%C3%A4', [['See https://acme.example/%C3%A4']]],
    [
      'Mail _us_ at a_b_c@acme.example or www.acme_x.example',
      [['Mail us at a_b_c@acme.example or www.acme_x.example']],
    ],
    // HTML, and what only looks like it.
    ['<p>Hello Ana,\nsee you</p><p>Bye</p>', [['Hello Ana, see you'], ['Bye']]],
    ['Hello <b>Ana</b>,\nsee you', [['Hello Ana,', 'see you']]],
    ['Soup<br>Salad<br/>Fish', [['Soup', 'Salad', 'Fish']]],
    ['Call <your number> at 5', [['Call <your number> at 5']]],
    ['<!-- note -->Hello <script>run()</script>Ana', [['Hello Ana']]],
    ['<title>Menu</title>Hello **Ana**', [['Hello Ana']]],
    ['<title>Menu</title><p>Hello\n\n- **Ana**</p>', [['Hello'], ['Ana']]],
    // What hides its content, or strikes it out, and is never closed.
    ['Hello <style>Ana', [['Hello Ana']]],
    ['Hello <s>Ana', [['Hello Ana']]],
    ['<style>Hello **Ana**</p>', [['Hello Ana']]],
    // SSML.
    ['Psst <amazon:effect name="whispered">a secret</amazon:effect>', [['Psst [whispered: a secret]']]],
    ['<AMAZON:EFFECT name="whispered">a secret</AMAZON:EFFECT>!', [['[whispered: a secret]!']]],
    ['<amazon:effects name="whispered">a secret</amazon:effects>', [['a secret']]],
  ])('%j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe('code', () => {
  test.each([
    ['Run `npm install acme --save` first', [['Run {code} first']], ['npm install acme --save']],
    ['Say `thanks` or `<name>`', [['Say  thanks  or   name']], []],
    [
      'Do this:\n```js\nconst a = 1;\nrun(a);\n```\nThen wait',
      [['Do this:'], ['{code}'], ['Then wait']],
      ['const a = 1;\nrun(a);'],
    ],
    ['```\nHello <Ana>,\n  see *you*\n```', [['Hello  Ana ,', 'see *you*']], []],
    ['```text\nHello\n```', [['Hello']], []],
    ['~~~\nHello\n~~~\nBye', [['Hello'], ['Bye']], []],
    ['``` Our offer today!\nSoup\n```', [['Our offer today!', 'Soup']], []],
    ['```Today!\nSoup\n```', [['Today!', 'Soup']], []],
    ['- Do this:\n  ```\n  Soup\n  ```\n  Then wait', [['Do this:'], ['Soup'], ['Then wait']], []],
    ['- Do this:\n  ```js\n  run();\n  ```\n  Then wait', [['Do this:'], ['{code}'], ['Then wait']], ['run();']],
    ['<p>Hello</p>\n```\n<b>Soup\n```', [['Hello'], ['b Soup']], []],
    ['<title>\n```\nSoup\n```\n</title>Hello', [['Hello']], []],
  ])('%j', (text, lines, code) => {
    expect([linesOf(text), readText(text).code]).toEqual([lines, code]);
  });
});

describe('a text without markup holds its lines, and nothing else', () => {
  test.each([
    ['See https://acme.example/a.', [['See https://acme.example/a.']]],
    ['See https://acme.example/a.\nBye', [['See https://acme.example/a.', 'Bye']]],
    ['3 - 2 = 1', [['3 - 2 = 1']]],
    ['https://acme.example/menu.pdf', [['https://acme.example/menu.pdf']]],
    ['See https://acme.example/a.jpg', [['See https://acme.example/a.jpg']]],
    ['https://acme.example/a.jpg is new', [['https://acme.example/a.jpg is new']]],
    ['ftp://acme.example/a.jpg', [['ftp://acme.example/a.jpg']]],
    ['https://a.jpg', [['https://a.jpg']]],
  ])('%j', (text, paragraphs) => {
    expect(readText(text)).toEqual({ paragraphs, entries: new Set(), links: [], images: [], code: [] });
  });
});

describe('an address that is all of a text, of a picture', () => {
  test.each([
    'https://acme.example/a.jpg',
    'http://acme.example/a.jpeg',
    '  https://acme.example/photos/a_b.PNG\n',
    'https://acme.example/a.gif?',
    'https://acme.example/a.webp?size=2&v=_b_',
  ])('%j', (text) => {
    const picture = { url: text.trim(), words: '' };
    expect(readText(text)).toEqual({
      paragraphs: [],
      entries: new Set(),
      links: [picture],
      images: [picture],
      code: [],
    });
  });
});

const told = ({ url, words }: { url: string; words: string }) => `${words} (${url})`;

describe('links and pictures', () => {
  test.each([
    [
      '[Pay **now**](https://acme.example/pay) or [call](tel:+4930)',
      ['Pay now (https://acme.example/pay)', 'call (tel:+4930)'],
      [],
    ],
    ['*See* <https://acme.example/a>', ['https://acme.example/a (https://acme.example/a)'], []],
    ['*See* https://acme.example/ä.', ['https://acme.example/ä (https://acme.example/%C3%A4)'], []],
    ['*See* acme.com, write to ana@acme.com or 10.0.0.1', [], []],
    [`*See* https://acme.example/${'a'.repeat(3000)}`, [], []],
    [
      '![A red dress](https://acme.example/a.jpg)',
      ['A red dress (https://acme.example/a.jpg)'],
      ['A red dress (https://acme.example/a.jpg)'],
    ],
    ['![A *red* dress](a.jpg)', ['A red dress (a.jpg)'], ['A red dress (a.jpg)']],
    ['![](https://acme.example/a.jpg)', [' (https://acme.example/a.jpg)'], [' (https://acme.example/a.jpg)']],
    [
      '![IMG_2041](https://acme.example/a.jpg)',
      ['IMG_2041 (https://acme.example/a.jpg)'],
      [' (https://acme.example/a.jpg)'],
    ],
    [
      '![hero.png](https://acme.example/a.jpg)',
      ['hero.png (https://acme.example/a.jpg)'],
      [' (https://acme.example/a.jpg)'],
    ],
    ['<a href="https://acme.example/a">Menu</a> <a>Bar</a>', ['Menu (https://acme.example/a)'], []],
    ['<base href="https://acme.example/">See <a>our menu</a>', [], []],
    [
      '<img src="https://acme.example/a.jpg" alt=" A red dress ">',
      [' A red dress  (https://acme.example/a.jpg)'],
      ['A red dress (https://acme.example/a.jpg)'],
    ],
  ])('%s', (text, links, images) => {
    const read = readText(text);
    expect([read.links.map(told), read.images.map(told)]).toEqual([links, images]);
  });
});

describe('what a picture shows is said once', () => {
  test.each([
    ['![A red dress](a.jpg)', [['A red dress']]],
    ['![hero.png](a.jpg)', []],
    ['![A red dress](a.jpg)\n\nA red dress for summer', [['A red dress for summer']]],
    ['![a RED dress](a.jpg)\nHere: A Red Dress!', [['Here: A Red Dress!']]],
    ['![A red dress](a.jpg) for you\n\nA red dress', [['A red dress  for you']]],
    ['![A red dress](a.jpg)\n\nA blue dress', [['A red dress'], ['A blue dress']]],
    ['Dresses\n![A red dress](a.jpg)\n\nA red dress for summer', [['Dresses'], ['A red dress for summer']]],
    ['<img src="a.jpg" alt=" A red dress "><p>A red dress for summer</p>', [['A red dress for summer']]],
    // One word may be there by chance.
    ['![Dress](a.jpg)\n\nA dress for summer', [['Dress'], ['A dress for summer']]],
  ])('%j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe('what is nested too deep for its markup to be read keeps its words', () => {
  test.each([
    [`${'> '.repeat(97)}Soup *and* salad`, 'Soup and salad'],
    [`${'> '.repeat(98)}Soup *and* salad`, 'Soup *and* salad'],
    [`${'> '.repeat(500)}Soup *and* salad`, 'Soup *and* salad'],
    [`${'- '.repeat(48)}Soup *and* salad`, 'Soup and salad'],
    [`${'- '.repeat(49)}Soup *and* salad`, 'Soup *and* salad'],
    [`${'* + '.repeat(60)}Soup *and* - salad`, 'Soup *and* - salad'],
    // In one piece of a text.
    [`${'We are open *daily* from nine to five.\n\n'.repeat(90)}${'> '.repeat(120)}Closing *soon*`, 'Closing *soon*'],
    [
      `${'> '.repeat(120)}Closing *soon*\n\n${'We are open *daily* from 9 - 5.\n\n'.repeat(90)}`,
      'We are open *daily* from 9 - 5.',
    ],
  ])('%#', (text, last) => {
    expect(linesOf(text).flat().at(-1)).toBe(last);
  });
});
