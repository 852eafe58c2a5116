import { marked, withoutMarks } from '../../lambda/speech/marks';
import { clip, cost, toSsml } from '../../lambda/speech/ssml';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';
import { xmlFault } from './xml';

const digits = marked('say-as digits', '4711');

test('a mark is an element, and is not heard', () => {
  expect(toSsml([`Order ${digits}.`])).toBe('<speak><p>Order <say-as interpret-as="digits">4711</say-as>.</p></speak>');
  expect(withoutMarks(`Order ${digits}.`)).toBe('Order 4711.');
});

test.each(['say-as nonsense', 'audio https://x.example', 'break 99999', 'prosody rate 500%', '"><b'])(
  'a mark that Alexa does not know is only its words: %j',
  (name) => {
    expect(toSsml([marked(name, 'words')])).toBe('<speak><p>words</p></speak>');
  },
);

test('what was cut off is closed, and what closes nothing is left out', () => {
  expect(xmlFault(toSsml([digits.slice(0, -2)]))).toBeUndefined();
  expect(toSsml([`${digits.at(-1)}One`])).toBe('<speak><p>One</p></speak>');
});

test('a cut never goes through a mark, and what is left fits', () => {
  const text = Array.from({ length: 50 }, () => `Order ${digits}.`).join(' ');
  for (let room = 0; room < 300; room += 7) {
    const clipped = clip([text], room, 'en-US');
    const ssml = toSsml(clipped);
    expect(xmlFault(ssml)).toBeUndefined();
    expect(clipped.reduce((sum, part) => sum + cost(part), 0)).toBeLessThanOrEqual(room);
  }
});

test('an author cannot write marks', () => {
  const [said = ''] = voiceFor('en-US').paragraphs(message({ text: `Hello ${digits}` }));
  expect(said).toBe('Hello 4711.');
});
