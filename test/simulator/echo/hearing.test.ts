import { addressOf, heardWords } from '../../../simulator/echo/hearing';

describe('heard words', () => {
  it.each([
    ['Alexa, open Welcome Desk!', 'alexa open welcome desk'],
    ['  What are   your hours?  ', 'what are your hours'],
    ['I’d like “the usual”…', "i'd like the usual"],
    ['A t-shirt for 3.50, please.', 'a t-shirt for 3.50 please'],
    ['Où est l’été ?', "où est l'été"],
    ['?!', ''],
  ])('%j are %j', (typed, heard) => {
    expect(heardWords(typed)).toBe(heard);
  });
});

describe('the address of an utterance', () => {
  const address = (utterance: string) => addressOf(heardWords(utterance), 'welcome desk');

  it.each([
    'Alexa, open Welcome Desk',
    'open welcome desk',
    'launch welcome desk',
    'start welcome desk',
    'Alexa, talk to welcome desk',
    'Alexa, ask the welcome desk',
    'Alexa, welcome desk',
  ])('%j launches the skill', (utterance) => {
    expect(address(utterance)).toEqual({ to: 'launch' });
  });

  it.each([
    ['Alexa, ask welcome desk about parking', 'about parking'],
    ['tell welcome desk that I am late', 'that i am late'],
    ['Alexa, open welcome desk and book a table', 'and book a table'],
    ['Alexa, welcome desk, help', 'help'],
  ])('%j is a one-shot with %j', (utterance, words) => {
    expect(address(utterance)).toEqual({ to: 'one-shot', words });
  });

  it.each([
    ['Alexa, what time is it?', 'what time is it'],
    ['Alexa, open the pod bay doors', 'open the pod bay doors'],
    ['Alexa', ''],
    ['welcome desk', 'welcome desk'],
    ['ask welcome desks about parking', 'ask welcome desks about parking'],
    ['alexander is my name', 'alexander is my name'],
    ['computer science', 'computer science'],
  ])('%j is not for the skill, unless its session is open', (utterance, words) => {
    expect(address(utterance)).toEqual({ to: 'session', words });
  });
});
