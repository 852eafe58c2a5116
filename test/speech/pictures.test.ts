import type { Media } from '../../lambda/conversation/message';
import { cardOf } from '../../lambda/speech/card';
import { phrases } from '../../lambda/speech/phrases';
import { render } from '../../lambda/speech/render';
import { voiceFor } from '../../lambda/speech/voice';
import { readable } from './corpus/readable';
import { message } from './messages';

const words = phrases('en-US');
const URL = 'https://c.example/a.png';

function heard(text: string, media: readonly Media[] = []): string {
  const one = message({ text, media });
  const parts = voiceFor('en-US')
    .paragraphs(one)
    .map((said) => ({ text: said }));
  return readable(render({ parts, turn: 0, messages: [one] }, { locale: 'en-US' }).ssml).join(' ');
}

const IN_APP = 'There is a picture in your Alexa app.';

test.each([
  ['![](https://cdn.example/IMG_2043.JPG)', IN_APP],
  [`<img src='${URL}'>`, IN_APP],
  [`<p><img src="${URL}" alt=""/></p>`, IN_APP],
  [`<img src="${URL}" alt="IMG_2043.jpg">`, IN_APP],
  [`![photo.jpg](${URL})`, IN_APP],
  [`![image](${URL})`, IN_APP],
  [`[![](${URL})](https://c.example/shop)`, IN_APP],
  [`${URL}?w=200`, IN_APP],
  [`![](${URL})\n![](https://c.example/b.png)`, 'There are two pictures in your Alexa app.'],
  ['![](http://c.example/a.png)', IN_APP],
  ['<img src="cid:123">', 'There is a picture.'],
  [`Here is your pass: ![](${URL})`, 'Here is your pass: The picture is in your Alexa app.'],
  [`![Our menu](${URL})`, 'Our menu. The picture is in your Alexa app.'],
])('a picture alone is told of: %s', (text, said) => {
  expect(heard(text)).toBe(said);
});

test.each([
  ['The picture is on the wall.', 'The picture is on the wall.'],
  [`We are open. ![](${URL})`, 'We are open.'],
  [`<img src="https://c.example/p.gif" width="1" height="1">Your order is placed.`, 'Your order is placed.'],
  [`<figure><img src="${URL}"><figcaption>The garden.</figcaption></figure>`, 'The garden.'],
])('beside words it is not: %s', (text, said) => {
  expect(heard(text)).toBe(said);
});

test.each([`![](${URL})`, `<img src="${URL}">`, `![menu](${URL})`, `We are open. ![](${URL})`, URL])(
  'the card shows it: %s',
  (text) => {
    expect(cardOf([message({ text })], words)?.image).toBe(URL);
  },
);

test.each([
  ['![](http://c.example/a.png)'],
  [`<img src="https://c.example/p.gif" width="1" height="1">Hello`],
  [`See ${URL} for the map.`],
  ['[The map](https://c.example/map)'],
])('not: %s', (text) => {
  expect(cardOf([message({ text })], words)?.image).toBeUndefined();
});

const file = (title: string, kind: Media['kind'] = 'file'): readonly Media[] => [
  { kind, title, url: 'https://c.example/x' },
];

test.each([
  ['IMG_220.jpg', 'image', 'There is a picture in your Alexa app.'],
  ['policy_2026_v2.pdf', 'file', 'There is a document in your Alexa app.'],
  ['scan0001.pdf', 'file', 'There is a document in your Alexa app.'],
  ['document(1).docx', 'file', 'There is a document in your Alexa app.'],
  ['a3f9c0d1-77be-4e0f.png', 'image', 'There is a picture in your Alexa app.'],
  ['VID_20260101_101500.mp4', 'video', 'There is a video in your Alexa app.'],
  ['Terms and conditions.pdf', 'file', 'There is a document in your Alexa app: Terms and conditions.'],
  ['summer-menu.pdf', 'file', 'There is a document in your Alexa app: summer menu.'],
  ['summer_menu.pdf', 'file', 'There is a document in your Alexa app: summer menu.'],
  ['Invoice May 2026.pdf', 'file', 'There is a document in your Alexa app: Invoice May 2026.'],
  ['photo', 'image', 'There is a picture in your Alexa app.'],
  ['Room 12', 'image', 'There is a picture in your Alexa app: Room 12.'],
  ['Your receipt', 'file', 'There is a document in your Alexa app: Your receipt.'],
  ['Version 2.0', 'file', 'There is a document in your Alexa app: Version 2.0.'],
] as const)('the title %s of a thing', (title, kind, said) => {
  expect(heard('', file(title, kind))).toBe(said);
});
