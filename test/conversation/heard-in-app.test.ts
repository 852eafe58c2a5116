import type { Message } from '../../lambda/conversation/message';
import { botMessage } from '../support/talk';
import { hearing } from './hearing';

const saying = (text: string, more: Partial<Message>): Message => ({ ...botMessage(text), ...more });
const url = (name: string) => `https://shop.example/${name}`;

describe('what a voice cannot carry is said to be in the app, once', () => {
  test.each<[string, readonly Message[], RegExp]>([
    [
      'a picture and a question',
      [saying('Which room would you like?', { media: [{ kind: 'image', url: url('room.png'), title: 'Our rooms' }] })],
      /^There is a picture in your Alexa app: Our rooms\. Which room would you like\?$/,
    ],
    [
      'three links',
      [
        saying('Have a look.', {
          media: ['Menu', 'Prices', 'Map'].map((title) => ({ kind: 'link', title, url: url(title) })),
        }),
      ],
      /^Have a look\. There are three links in your Alexa app: Menu, Prices and Map\. [^?]+\?$/,
    ],
    [
      'a file and options',
      [
        {
          ...botMessage('Here is your invoice. Anything unclear?', ['Pay now', 'Ask a question']),
          media: [{ kind: 'file', url: url('invoice.pdf'), title: 'Invoice 4711.pdf' }],
        },
      ],
      /^Here is your invoice\. There is a document in your Alexa app: Invoice 4711 ?\. Anything unclear: Pay now or Ask a question\?$/,
    ],
    [
      'files in two messages',
      [
        saying('Your ticket.', { id: '1', media: [{ kind: 'file', url: url('ticket'), title: 'Ticket' }] }),
        saying('Your bill.', { id: '2', media: [{ kind: 'file', url: url('bill'), title: 'Bill' }] }),
      ],
      /^Your ticket\. There is a document in your Alexa app: Ticket\. Your bill\. There is a document there: Bill\. /,
    ],
    [
      'a link behind words',
      [botMessage('See [our menu](https://shop.example/menu) first.')],
      /^See our menu first\. The link is in your Alexa app\. /,
    ],
    [
      'addresses in a text',
      [botMessage('See https://shop.example/menu or https://shop.example/prices for more.')],
      /^See the link in your Alexa app or another link there for more\. (?!The )/,
    ],
    [
      'a picture and a link',
      [
        saying('Here.', {
          media: [
            { kind: 'image', url: url('a.png') },
            { kind: 'link', url: url('a'), title: 'Order' },
          ],
        }),
      ],
      /^Here\. There is a picture in your Alexa app\. There is a link there: Order\. /,
    ],
    [
      'a picture and a goodbye',
      [
        saying('Your table is booked.', { media: [{ kind: 'image', url: url('a.png') }] }),
        saying('Goodbye!', { id: '2' }),
      ],
      /^Your table is booked\. There is a picture in your Alexa app\. Goodbye!$/,
    ],
    [
      'three pictures, each a message',
      ['a', 'b', 'c'].map((id) => saying('', { id, text: undefined, media: [{ kind: 'image', url: url(id) }] })),
      /^There are three pictures in your Alexa app\. (?!There)/,
    ],
    [
      'a picture before the words, and one behind them',
      [
        saying('', { id: '1', text: undefined, media: [{ kind: 'image', url: url('a') }] }),
        saying('And from behind.', { id: '2', media: [{ kind: 'image', url: url('b') }] }),
      ],
      /^There is a picture in your Alexa app\. And from behind\. There is a picture there\. (?!There)/,
    ],
    [
      'the same link of several cards, behind the cards',
      [
        saying('Our rooms.', {
          media: ['a', 'b'].map((id) => ({ kind: 'link', title: 'Photos', url: url(id) })),
          cards: ['Garden room', 'Tower room'].map((title) => ({ title, text: 'From $90', choices: [] })),
        }),
      ],
      /^Our rooms\. Garden room.* Tower room.* There are two links in your Alexa app: Photos\. (?!The)/,
    ],
    [
      'a link behind words, and a picture',
      [saying('See [our menu](https://shop.example/menu).', { media: [{ kind: 'image', url: url('soup.png') }] })],
      /^See our menu\. There is a picture in your Alexa app\. The link is there\. (?!The)/,
    ],
    [
      'a picture that no card can show',
      [saying('Our cellar.', { media: [{ kind: 'image', url: 'data:image/png;base64,AAAA' }] })],
      /^Our cellar\. There is a picture\. (?!The)/,
    ],
    [
      'addresses behind "here:"',
      [botMessage('Book here: https://shop.example/book and read the rules here: https://shop.example/rules')],
      /^Book at the link in your Alexa app and read the rules at another link there\. (?!The)/,
    ],
    [
      'addresses behind their names',
      [botMessage('Menu: https://shop.example/menu\nWine: https://shop.example/wine')],
      /^Menu: The link is in your Alexa app\. Wine: another link there\. (?!The)/,
    ],
    [
      'an address that is to be clicked',
      [botMessage('Click here https://shop.example/sale to see the sale.')],
      /^Open the link in your Alexa app to see the sale\. (?!The)/,
    ],
    [
      'a place without an address',
      [saying('We are here.', { media: [{ kind: 'location', title: 'Main Street 5' }] })],
      /^We are here\. There is a place on the map: Main Street 5\. (?!The )/,
    ],
  ])('%s', async (_what, messages, said) => {
    expect((await hearing(messages)).said).toMatch(said);
  });
});

test('a picture is shown', async () => {
  const { card } = await hearing([
    saying('Our best room.', { media: [{ kind: 'image', url: url('room.png'), title: 'The room' }] }),
  ]);
  expect(card).toMatchObject({ image: url('room.png'), text: `The room: ${url('room.png')}` });
});
