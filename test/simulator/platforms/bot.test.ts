import { demoBusiness } from '../../../simulator/demo/business';
import { createDemoBot } from '../../../simulator/platforms/bot';
import type { Bot } from '../../../simulator/platforms/bot-reply';

let molly: Bot;

beforeEach(() => {
  molly = createDemoBot();
});

const say = (text: string, user = 'anna') => molly.reply(user, text);
const words = (text: string, user = 'anna') =>
  say(text, user)
    .map((reply) => reply.text)
    .join(' ');
const options = (text: string, user = 'anna') =>
  say(text, user).flatMap((reply) => (reply.options ?? []).map(({ title }) => title));

it('greets in two messages and offers more than can be kept in mind', () => {
  expect(say('Hello!')).toHaveLength(2);
  expect(options('hello').length).toBeGreaterThan(3);
});

it('knows what to say to each thing it offers, by title and by payload', () => {
  const [lost] = say('quantum chromodynamics');
  for (const { title, payload } of say('hi').flatMap((reply) => reply.options ?? [])) {
    const answer = createDemoBot().reply('x', title);
    expect(answer[0]).not.toEqual(lost);
    expect(createDemoBot().reply('x', payload)).toEqual(answer);
  }
});

it('books an appointment step by step', () => {
  expect(options('Can I book an appointment?')).toEqual([
    'Check-up 🦷',
    'Cleaning & polish ✨',
    'Whitening (two shades!)',
    'Toothache… help!',
    "Children's first visit 🧸",
  ]);
  expect(options('check up')).toHaveLength(5);
  expect(options('on tuesday please')).toHaveLength(4);
  expect(options('11:30 AM')).toEqual(['Yes, book it! ✅', 'No, never mind']);
  expect(words('Yes, book it! ✅')).toContain('Tuesday at 11:30 AM');
  // The booking is done: a yes means nothing any more.
  expect(options('yes')).toContain('Book an appointment');
});

it.each([
  'No, never mind',
  'NO',
  'no',
  'nope',
  'no thanks',
  'no please not',
  "please don't",
  'not today',
  "I'm not sure",
])('books nothing for %j', (no) => {
  for (const step of ['book', 'cleaning', 'friday', 'nine']) say(step);
  expect(words(no)).not.toMatch(/done|see you/i);
});

it.each(['yes', 'Yes, book it! ✅', 'YES', 'sure', 'ok please'])('books for %j', (yes) => {
  for (const step of ['book', 'cleaning', 'friday', 'nine']) say(step);
  expect(words(yes)).toMatch(/done/i);
});

it.each(['start over', 'Start again', 'restart'])('begins anew when it hears %j, whatever was going on', (words) => {
  say('book');
  expect(options(words)).toContain('Book an appointment');
  expect(options('whitening')).not.toContain('Monday');
  say('human');
  expect(options(words)).toContain('Book an appointment');
});

it('begins anew when its platform begins a conversation', () => {
  say('human');
  say('book', 'bert');
  molly.begin?.('anna');
  expect(words('hello')).toContain('Molly');
  expect(options('whitening', 'bert')).toContain('Monday');
});

it('lets a caller ask something else in between, and change their mind', () => {
  say('book');
  expect(words('when are you open?')).toContain('Opening hours');
  expect(options('blue')).toContain('Check-up 🦷');
  expect(options('cleaning')).toContain('Monday');
  expect(words('never mind')).toContain('Then not');
  expect(options('monday')).toContain('Book an appointment');
});

it('calls a person, and keeps quiet until it is called back', () => {
  expect(words('I want to talk to a human')).toContain('Rosa');
  expect(say('hello?')).toEqual([]);
  expect(say('opening hours')).toEqual([]);
  expect(options('bot').length).toBeGreaterThan(3);
  expect(words('opening hours')).toContain('Opening hours');
});

it('tells a story that no single reply of Alexa can hold', () => {
  const [story] = say('tell me the whole story');
  expect(story?.text?.length).toBeGreaterThan(9000);
  expect(story?.text?.split('\n\n').length).toBeGreaterThan(10);
});

it('has markdown, HTML, addresses, pictures, places, links and cards to try a voice on', () => {
  expect(words('opening hours')).toMatch(/^## .*\n\n- \*\*/);
  const [prices] = say('prices');
  expect(prices?.text).toMatch(/<b>.*&amp;.*https:\/\//s);
  expect(prices?.links).toHaveLength(1);
  const way = say('how do I find you');
  expect(way.find(({ image }) => image)).toBeDefined();
  expect(way.find(({ location }) => location)).toBeDefined();
  expect(say('meet the team')[0]?.cards).toHaveLength(3);
});

it('tells another joke each time, and starts over at the end', () => {
  const told = ['joke', 'another joke', 'a joke', 'joke'].map((said) => words(said));
  expect(new Set(told).size).toBe(3);
  expect(told[3]).toBe(told[0]);
});

it('keeps its callers apart', () => {
  say('book', 'anna');
  say('human', 'bert');
  expect(options('whitening', 'anna')).toContain('Monday');
  expect(say('hello', 'bert')).toEqual([]);
  expect(words('hello', 'carl')).toContain('Molly');
});

describe('what the demo’s business says that people ask about', () => {
  const [lost] = createDemoBot().reply('x', 'quantum chromodynamics');
  const phrases = demoBusiness().business.locales.flatMap(({ topics, hints = [] }) => [
    ...hints,
    ...topics.flatMap((topic) => topic.phrases),
  ]);

  it.each([...new Set(phrases)])('%j is known', (said) => {
    expect(phrases.length).toBeGreaterThan(30);
    expect(createDemoBot().reply('x', said)[0]).not.toEqual(lost);
  });

  it.each([
    ['I have an emergency', /555-0162/],
    ['a lost filling', /those teeth/],
    ['saturday hours', /Opening hours/],
    ['what does whitening cost', /\$/],
    ['whitening prices', /whitening/i],
    ['is there a car park', /bell tower/],
    ['can I speak to reception', /Rosa/],
    ['who is the hygienist', /smiles/],
    ['do I need to be afraid', /I'm only a dental/],
    ['who are you', /Molly/],
  ])('%j is answered', (said, answer) => {
    expect(words(said)).toMatch(answer);
  });
});
