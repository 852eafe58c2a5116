import { type Substitutes, spokenLinks } from '../../../lambda/speech/line/links';
import { tidyPunctuation } from '../../../lambda/speech/line/punctuation';

const UNLED: Substitutes = { link: 'the link in your app', loneLink: 'The link is in your app', and: 'and' };
/** With the words of a language that lead to an address. */
const LED: Substitutes = { ...UNLED, leads: /(?<!\p{L})(?:at|see|visit|here)[^\p{L}\p{N}]*$/iu };

const said = (line: string, substitutes = LED) => tidyPunctuation(spokenLinks(line, substitutes));

describe('an address within a sentence', () => {
  test.each([
    ['Pay at https://acme.example/pay?id=4#now', 'Pay at the link in your app'],
    ['Pay at https://acme.example/pay.', 'Pay at the link in your app.'],
    ['Pay at https://acme.example/pay today', 'Pay at the link in your app today'],
    ['Pay at https://acme.example/pay, then wait', 'Pay at the link in your app, then wait'],
    ['Visit www.acme.example', 'Visit the link in your app'],
    ['Visit acme.example/menu!', 'Visit the link in your app!'],
    [
      'Book https://acme.example/a or https://acme.example/b today',
      'Book the link in your app or the link in your app today',
    ],
    ['Find us (https://acme.example/map or by phone)', 'Find us (the link in your app or by phone)'],
    ['Find us (by phone or https://acme.example/map)', 'Find us (by phone or the link in your app)'],
    ['Book at https://acme.example/a Thank you', 'Book at the link in your app Thank you'],
    ['Book at https://acme.example/a code: summer', 'Book at the link in your app code: summer'],
    // It ends with what begins anew.
    ['Book at https://acme.example/a Code: SUMMER', 'Book at the link in your app. Code: SUMMER'],
    ['Book at https://acme.example/a   Promo-Code: SUMMER', 'Book at the link in your app. Promo-Code: SUMMER'],
    ['Book at https://acme.example/a X: no label', 'Book at the link in your app X: no label'],
    ['Book at https://acme.example/a\u2003Code: SUMMER', 'Book at the link in your app\u2003Code: SUMMER'],
    // It is shown with signs around it.
    ['See 👉 https://acme.example/a', 'See 👉 the link in your app'],
    ['See "https://acme.example/a"', 'See "the link in your app"'],
    ['(Book now https://acme.example/a)', '(Book now the link in your app)'],
    ['Menu https://acme.example/a)', 'Menu the link in your app)'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('an address in brackets of its own, and one that no card can show, are not heard', () => {
  test.each([
    ['Our menu (https://acme.example/menu) is new', 'Our menu is new'],
    ['Our menu ( https://acme.example/menu ) is new', 'Our menu is new'],
    ['Our menu (https://acme.example/menu)', 'Our menu'],
    ['See [https://acme.example/menu] here', 'See [] here'],
    ['メニュー（https://acme.example/menu）は新しいです', 'メニュー は新しいです'],
    ['新メニュー【 https://acme.example/menu 】', '新メニュー'],
    ['Files are at ftp://acme.example/files', 'Files are at'],
    ['Our logo data:image/png;base64,iVBORw0KGgo is new', 'Our logo is new'],
    ['Log in at http://localhost/login now', 'Log in at now'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('an address that is a sentence of its own', () => {
  test.each([
    ['https://acme.example/pay', 'The link is in your app'],
    [' https://acme.example/pay', 'The link is in your app'],
    ['https://acme.example/pay.', 'The link is in your app.'],
    ['Pay here: https://acme.example/pay', 'Pay here: The link is in your app'],
    ['Ready! https://acme.example/pay', 'Ready! The link is in your app'],
    ['Ready. https://acme.example/pay', 'Ready. The link is in your app'],
    ['Ready? https://acme.example/pay', 'Ready? The link is in your app'],
    ['Wait… https://acme.example/pay', 'Wait… The link is in your app'],
    ['1. https://acme.example/a', '1. The link is in your app'],
    ['詳細：https://acme.example/a', '詳細：The link is in your app'],
    ['完了！https://acme.example/a。', '完了！The link is in your app。'],
    ['Ready (really)! https://acme.example/pay', 'Ready (really)! The link is in your app'],
  ])('%s', (line, heard) => {
    expect([said(line), said(line, UNLED)]).toEqual([heard, heard]);
  });
});

describe('an address to which no word leads is a sentence of its own where that is known of the language', () => {
  test.each([
    ['Book now https://acme.example/a', 'Book now. The link is in your app', 'Book now the link in your app'],
    ['Book now 👉 https://acme.example/a', 'Book now. The link is in your app', 'Book now 👉 the link in your app'],
    [
      'Book now ➡\ufe0f https://acme.example/a!',
      'Book now. The link is in your app!',
      'Book now ➡\ufe0f the link in your app!',
    ],
    ['Book now → https://acme.example/a', 'Book now. The link is in your app', 'Book now → the link in your app'],
    ['Book now | https://acme.example/a', 'Book now. The link is in your app', 'Book now | the link in your app'],
    ['Book now – https://acme.example/a', 'Book now. The link is in your app', 'Book now – the link in your app'],
    ['Book now > https://acme.example/a', 'Book now. The link is in your app', 'Book now > the link in your app'],
    [
      'See you! Book now https://acme.example/a',
      'See you! Book now. The link is in your app',
      'See you! Book now the link in your app',
    ],
    ['Weather https://acme.example/a.', 'Weather. The link is in your app.', 'Weather the link in your app.'],
    ['Total: 5 https://acme.example/a ', 'Total: 5. The link is in your app', 'Total: 5 the link in your app'],
    // What leads stands too far before it.
    [
      'See that all of your documents are ready https://acme.example/a',
      'See that all of your documents are ready. The link is in your app',
      'See that all of your documents are ready the link in your app',
    ],
    [
      'Here 👉👉👉👉👉👉👉👉👉👉👉👉👉👉👉👉 https://acme.example/a',
      'Here. The link is in your app',
      'Here 👉👉👉👉👉👉👉👉👉👉👉👉👉👉👉👉 the link in your app',
    ],
    // Before what begins anew.
    [
      'Book now 👉 https://acme.example/a Code: SUMMER',
      'Book now. The link is in your app. Code: SUMMER',
      'Book now 👉 the link in your app Code: SUMMER',
    ],
    // Other words follow.
    [
      'Book now https://acme.example/a today',
      'Book now the link in your app today',
      'Book now the link in your app today',
    ],
    [
      'Book now https://acme.example/a 🎉🎉',
      'Book now the link in your app 🎉🎉',
      'Book now the link in your app 🎉🎉',
    ],
    // In the script of what it stands behind.
    [
      '今すぐ予約 👉 https://acme.example/a',
      '今すぐ予約。 The link is in your app',
      '今すぐ予約 👉 the link in your app',
    ],
    ['अभी बुक करें https://acme.example/a', 'अभी बुक करें। The link is in your app', 'अभी बुक करें the link in your app'],
  ])('%s', (line, led, unled) => {
    expect([said(line), said(line, UNLED)]).toEqual([led, unled]);
  });
});

describe('markup that was shown as text', () => {
  test.each([
    ['Soup <hot> and <b>bread</b>', 'Soup hot and bread'],
    ['Soup<br>Salad', 'Soup Salad'],
    ['Call <your number>', 'Call your number'],
    ['Price <5', 'Price <5'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});
