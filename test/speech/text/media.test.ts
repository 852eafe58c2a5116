import type { Media } from '../../../lambda/conversation/message';
import { spokenMedia, withThingsCounted } from '../../../lambda/speech/media';
import { phrases } from '../../../lambda/speech/phrases';

const words = phrases('en-US');
const url = 'https://acme.example/a.jpg';
const said = (...media: readonly Media[]) => spokenMedia(media, words);

describe('what there is besides words', () => {
  test.each<[readonly Media[], readonly string[]]>([
    [[], []],
    // One thing, in the app or not.
    [[{ kind: 'image', url }], ['There is a picture in your Alexa app.']],
    [[{ kind: 'video', url }], ['There is a video in your Alexa app.']],
    [[{ kind: 'audio', url }], ['There is a recording in your Alexa app.']],
    [[{ kind: 'file', url }], ['There is a document in your Alexa app.']],
    [[{ kind: 'location', url }], ['There is a place on the map in your Alexa app.']],
    [[{ kind: 'link', url: 'tel:+4930123' }], ['There is a link in your Alexa app.']],
    [[{ kind: 'image' }], ['There is a picture.']],
    [[{ kind: 'image', url: 'cid:a.jpg' }], ['There is a picture.']],
    // By its title.
    [[{ kind: 'image', url, title: 'A red dress' }], ['There is a picture in your Alexa app: A red dress.']],
    [[{ kind: 'image', title: 'A **red** dress!' }], ['There is a picture: A red dress!']],
    [[{ kind: 'file', url, title: 'your_invoice.pdf' }], ['There is a document in your Alexa app: your invoice.']],
    [[{ kind: 'image', url, title: 'IMG_2041.jpg' }], ['There is a picture in your Alexa app.']],
    [[{ kind: 'image', url, title: '' }], ['There is a picture in your Alexa app.']],
    [[{ kind: 'image', url, title: '🎉' }], ['There is a picture in your Alexa app.']],
    [[{ kind: 'file', url, title: 'Terms\nof use' }], ['There is a document in your Alexa app: Terms, of use.']],
    [
      [{ kind: 'file', url, title: `Terms${' '.repeat(1995)}of use` }],
      ['There is a document in your Alexa app: Terms.'],
    ],
    [
      [{ kind: 'file', url, title: `Terms${' '.repeat(1989)}of use` }],
      ['There is a document in your Alexa app: Terms of use.'],
    ],
    // Several of a kind, in one sentence.
    [
      [
        { kind: 'image', url },
        { kind: 'image', url },
      ],
      ['There are two pictures in your Alexa app.'],
    ],
    [[{ kind: 'image', url }, { kind: 'image' }], ['There are two pictures.']],
    [
      [
        { kind: 'file', url, title: 'Invoice.' },
        { kind: 'file', url, title: 'Terms of use! ' },
      ],
      ['There are two documents in your Alexa app: Invoice and Terms of use.'],
    ],
    [
      [
        { kind: 'file', title: 'Invoice' },
        { kind: 'file', title: 'Terms?' },
        { kind: 'file', title: 'Map' },
      ],
      ['There are three documents: Invoice, Terms and Map.'],
    ],
    [
      [{ kind: 'file', title: 'Invoice' }, { kind: 'file' }, { kind: 'file', title: 'Invoice' }],
      ['There are three documents: Invoice.'],
    ],
    // Kinds, in their order.
    [
      [{ kind: 'video', url }, { kind: 'image' }, { kind: 'video' }, { kind: 'image', title: 'A dress' }],
      ['There are two videos.', 'There are two pictures: A dress.'],
    ],
  ])('%j', (media, heard) => {
    expect(said(...media)).toEqual(heard);
  });

  test('in other languages', () => {
    const things: readonly Media[] = [{ kind: 'image', url }, { kind: 'image', url, title: 'Kleid' }, { kind: 'file' }];
    expect(spokenMedia(things, phrases('de-DE'))).toEqual([
      'Dazu gibt es in Ihrer Alexa-App 2 Bilder: Kleid.',
      'Dazu gibt es ein Dokument.',
    ]);
  });
});

describe('things that came each in a message are counted', () => {
  const [shown = '', not = '', video = ''] = [
    { kind: 'image', url },
    { kind: 'image' },
    { kind: 'video', url },
  ].flatMap((one) => said(one as Media));
  const titled = 'There is a picture: A dress.';

  test.each([
    [[], []],
    [[shown], [shown]],
    [[shown, shown], ['There are two pictures in your Alexa app.']],
    [[not, not, not], ['There are three pictures.']],
    [
      ['Hello.', video, video, 'Bye.', 'Bye.'],
      ['Hello.', 'There are two videos in your Alexa app.', 'Bye.', 'Bye.'],
    ],
    [
      [shown, shown, video, video, video],
      ['There are two pictures in your Alexa app.', 'There are three videos in your Alexa app.'],
    ],
    [
      [shown, not, shown],
      [shown, not, shown],
    ],
    [
      [shown, 'Hello.', shown],
      [shown, 'Hello.', shown],
    ],
    [
      [titled, titled],
      [titled, titled],
    ],
  ])('%j', (paragraphs, heard) => {
    expect(withThingsCounted(paragraphs, words)).toEqual(heard);
  });

  test.each<[Media['kind'], string]>([
    ['audio', 'There are two recordings.'],
    ['file', 'There are two documents.'],
    ['location', 'There are two places on the map.'],
    ['link', 'There are two links.'],
  ])('of kind %s', (kind, heard) => {
    expect(withThingsCounted([...said({ kind }), ...said({ kind })], words)).toEqual([heard]);
  });
});
