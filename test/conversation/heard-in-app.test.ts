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
      /^There is a picture: Our rooms\. The picture is in your Alexa app\. Which room would you like\?$/,
    ],
    [
      'three links',
      [
        saying('Have a look.', {
          media: ['Menu', 'Prices', 'Map'].map((title) => ({ kind: 'link', title, url: url(title) })),
        }),
      ],
      /^Have a look\. There are three links: Menu, Prices and Map\. The links are in your Alexa app\. [^?]+\?$/,
    ],
    [
      'a file and options',
      [
        {
          ...botMessage('Here is your invoice. Anything unclear?', ['Pay now', 'Ask a question']),
          media: [{ kind: 'file', url: url('invoice.pdf'), title: 'Invoice 4711.pdf' }],
        },
      ],
      /^Here is your invoice\. There is a document: Invoice 4711 ?\.pdf\. The document is in your Alexa app\. Anything unclear: Pay now or Ask a question\?$/,
    ],
    [
      'files in two messages',
      [
        saying('Your ticket.', { id: '1', media: [{ kind: 'file', url: url('ticket'), title: 'Ticket' }] }),
        saying('Your bill.', { id: '2', media: [{ kind: 'file', url: url('bill'), title: 'Bill' }] }),
      ],
      /^Your ticket\. There is a document: Ticket\. Your bill\. There is a document: Bill\. The documents are in your Alexa app\. /,
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
      /^Here\. There is a picture\. There is a link: Order\. You'll find all of it in your Alexa app\. /,
    ],
    [
      'a picture and a goodbye',
      [
        saying('Your table is booked.', { media: [{ kind: 'image', url: url('a.png') }] }),
        saying('Goodbye!', { id: '2' }),
      ],
      /^Your table is booked\. There is a picture\. The picture is in your Alexa app\. Goodbye!$/,
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
