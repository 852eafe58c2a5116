import { contentOf } from '../../business/content';
import { type LoadedBusiness, loadFile } from '../../business/load';
import { modelFiles } from '../../business/package';
import { businessOf } from '../../lambda/business/words';
import { startServer } from '../../lambda/server';
import { modelsFrom } from '../../simulator/echo/models';
import type { Echo, EchoTurn } from '../../simulator/echo/types';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { type Stage, setStage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

const ANSWERS: Bot = { reply: (_user, said) => (said === 'Hello' ? [] : [{ text: `You said ${said}.` }]) };
const GREETS: Bot = {
  reply: (_user, said) => [{ text: said === 'Hello' ? 'What can I do for you?' : `You said ${said}.` }],
};

/** An Echo before a skill with the words of a business. */
async function open(file: string, bot: Bot, locale = 'en-US'): Promise<Echo> {
  const loaded = loadFile(process.cwd(), file) as LoadedBusiness;
  const content = contentOf(loaded);
  const business = content && businessOf(content);
  // A platform whose bot may begin.
  stage = await setStage(bot, {
    platform: 'wotnot',
    models: modelsFrom(modelFiles(loaded.business)),
    serve: (options) => startServer({ ...options, ...(business && { businessOf: () => business }) }),
  });
  return stage.echo('anne', locale);
}

async function hear(echo: Echo, utterance: string): Promise<EchoTurn> {
  const turn = await echo.hear(utterance);
  if (!turn) throw new Error(`"${utterance}" did not reach the skill`);
  expect(turn.verdict).toBeUndefined();
  return turn;
}

const CLINIC = 'test/business/businesses/clinic.yaml';

test('a new user hears whose skill it is, and what can be said, before a bot that says nothing', async () => {
  const echo = await open(CLINIC, ANSWERS);
  const { speech } = await hear(echo, 'Alexa, open harbor family clinic');
  expect(speech).toMatch(/^Welcome to Harbor Family Clinic\. In an emergency, please call nine one one\./);
  expect(speech).toMatch(/You could say, for example: when are you open or I need a refill\..*\?$/);
});

test('names are said as the file says, and read as they are written', async () => {
  const echo = await open(CLINIC, ANSWERS);
  await hear(echo, 'Alexa, open harbor family clinic');
  const turn = await hear(echo, 'where in port townsend are you');
  const { outputSpeech } = turn.response?.response ?? {};
  expect(outputSpeech).toMatchObject({
    ssml: expect.stringContaining('<phoneme alphabet="ipa" ph="pɔɹt ˈtaʊnzənd">port townsend</phoneme>'),
  });
  expect(turn.speech).toContain('You said where in port townsend are you.');
});

test('the greeting stands before what the bot begins with, once', async () => {
  const echo = await open(CLINIC, GREETS);
  const { speech } = await hear(echo, 'Alexa, open harbor family clinic');
  expect(speech).toMatch(/^Welcome to Harbor Family Clinic\..+one one\. What can I do for you\?$/);
  await hear(echo, 'stop');
  expect((await hear(echo, 'Alexa, open harbor family clinic')).speech).not.toContain('emergency');
});

test('without a greeting of its own the bot is heard alone, as Molly is', async () => {
  const echo = await open('test/business/businesses/restaurant.yaml', GREETS, 'en-GB');
  const { speech } = await hear(echo, 'Alexa, open saffron table');
  expect(speech).toBe('What can I do for you?');
});

test('the help names what can be said here', async () => {
  const echo = await open(CLINIC, GREETS);
  await hear(echo, 'Alexa, open harbor family clinic');
  expect((await hear(echo, 'help')).speech).toContain(
    'when are you open, I need a refill or book a physical for my son',
  );
});

test('a topic reaches the bot as it was said, in one breath and in the conversation', async () => {
  const echo = await open(CLINIC, GREETS);
  expect((await hear(echo, 'Alexa, ask harbor family clinic about flu shots')).speech).toContain('You said flu shots.');
  expect((await hear(echo, 'are you open on sundays')).speech).toContain('You said are you open on sundays.');
});

test('a user is greeted in the words of their locale', async () => {
  const echo = await open(CLINIC, ANSWERS, 'es-US');
  const { speech } = await hear(echo, 'Alexa, abre clínica familiar harbor');
  expect(speech).toMatch(/^Bienvenido a la Clínica Harbor\./);
});

test('what the business calls a topic is the bot’s, although it is a command of ours elsewhere', async () => {
  const echo = await open('test/business/businesses/post.yaml', GREETS);
  await hear(echo, 'Alexa, open letter house');
  expect((await hear(echo, 'new messages')).speech).toContain('You said new messages.');
});
