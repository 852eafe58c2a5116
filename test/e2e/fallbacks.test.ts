import type { Echo, EchoTurn } from '../../simulator/echo/types';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { WotNotServer } from '../../simulator/platforms/wotnot';
import { type Stage, setStage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

/** A bot that answers any words with one message of a kind that a voice cannot show, and afterwards with text. */
async function setUp(message: object): Promise<Echo> {
  let shown = false;
  const bot: Bot = {
    reply(user, said) {
      if (said === 'Hello') return [{ text: 'Welcome.' }];
      if (shown) return [{ text: `You said ${said}.` }];
      shown = true;
      void (stage.vendor as WotNotServer).say(user, message);
      return [];
    },
  };
  stage = await setStage(bot, { platform: 'wotnot' });
  const echo = stage.echo();
  await hear(echo, 'Alexa, open chat companion');
  return echo;
}

async function hear(echo: Echo, utterance: string): Promise<EchoTurn> {
  const turn = await echo.hear(utterance);
  if (!turn) throw new Error(`"${utterance}" did not reach the skill`);
  expect(turn.verdict).toBeUndefined();
  return turn;
}

const lastSent = () => JSON.parse(stage.vendor.requests.at(-1)?.body ?? '{}').message;
const card = (turn: EchoTurn) => JSON.stringify(turn.response?.response.card ?? '');

test('a slider asks for a number, and gets one', async () => {
  const echo = await setUp({ type: 'slider', payload: { title: 'How many guests?', min: 1, max: 12 } });
  const turn = await hear(echo, 'book a table');
  expect(turn.speech).toMatch(/How many guests\?.*number from 1 to 12/);
  expect((await hear(echo, 'four')).speech).toContain('You said 4.');
  expect(lastSent()).toMatchObject({ type: 'slider.response', data: { body: '4', value: 4 } });
});

test('a form says what it asks for, and takes words', async () => {
  const fields = [
    { label: 'Your name', type: 'text' },
    { label: 'E-mail', type: 'email' },
  ];
  const echo = await setUp({ type: 'form', payload: { title: 'Please register', fields } });
  const turn = await hear(echo, 'register me');
  expect(turn.speech).toMatch(/Please register.*form.*Your name.*E-mail/);
  expect((await hear(echo, 'my name is anne')).speech).toContain('You said my name is anne.');
});

test.each([
  ['calendar', { type: 'calendar', payload: { title: 'When would you like to come?' } }, /When.*day/],
  ['appointment booking', { type: 'appointment_booking', payload: { title: 'Pick a time' } }, /Pick a time.*day/],
  ['file upload', { type: 'file_upload', payload: { title: 'Send us a photo' } }, /Send us a photo.*file/],
])('a %s says how to go on by voice, and the thread goes on', async (_kind, message, speech) => {
  const echo = await setUp(message);
  const turn = await hear(echo, 'let us begin');
  expect(turn.speech).toMatch(speech);
  expect(turn.state).toBe('listening');
  expect((await hear(echo, 'tomorrow at nine')).speech).toContain('You said tomorrow at nine.');
});

test('a carousel is read out, its buttons can be said, and its pictures are on the card', async () => {
  const cards = ['Rose', 'Tulip'].map((title, index) => ({
    title,
    description: `A fine ${title}.`,
    image_url: `https://flowers.example/${index}.jpg`,
    buttons: [{ title: `Buy ${title}`, type: 'branch', callback: 'buy', next_dialog: `d${index}`, key: `k${index}` }],
  }));
  const echo = await setUp({ type: 'carousel', payload: { title: 'Our flowers', cards } });
  const turn = await hear(echo, 'show me flowers');
  expect(turn.speech).toMatch(/Our flowers.*A fine Rose.*A fine Tulip.*You can say Buy Rose or Buy Tulip/);
  expect(card(turn)).toContain('flowers.example');
  await hear(echo, 'the second one');
  expect(lastSent()).toMatchObject({ data: { body: 'Buy Tulip', key: 'k1' } });
});

test('links and phone numbers are announced, and stand on the card', async () => {
  const buttons = [
    { title: 'Our website', type: 'url', url: 'https://shop.example/x' },
    { title: 'Call us', type: 'url', url: 'tel:+15550100' },
  ];
  const echo = await setUp({ type: 'button', payload: { title: 'How shall we go on?', buttons } });
  const turn = await hear(echo, 'where do i find you');
  expect(turn.speech).toMatch(/Our website.*Call us/);
  expect(turn.speech).not.toMatch(/https?:|\+1555/);
  expect(card(turn)).toContain('https://shop.example/x');
  expect(card(turn)).toContain('+15550100');
});

test('a script is answered without a word of it, and the bot goes on', async () => {
  const echo = await setUp({ type: 'javascript', payload: { script: 'alert(document.cookie)' } });
  const turn = await hear(echo, 'what is my balance');
  expect(turn.speech).toContain('You said');
  expect(turn.speech).not.toMatch(/alert|cookie|script/);
  expect(stage.vendor.requests.map(({ body }) => JSON.parse(body).message.type)).toContain('javascript.response');
});
