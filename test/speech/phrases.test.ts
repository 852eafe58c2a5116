import type { Phrase } from '../../lambda/conversation/reply';
import { ERRORS } from '../../lambda/errors';
import { phrases } from '../../lambda/speech/phrases';
import { voiceFor } from '../../lambda/speech/voice';

const PHRASES: Record<Exclude<Phrase, `error.${string}`>, true> = {
  greeting: true,
  welcome: true,
  'welcome-back': true,
  unfinished: true,
  help: true,
  'help-choices': true,
  'help-yes-no': true,
  'help-answer': true,
  'help-go-on': true,
  'help-again': true,
  'help-unread': true,
  'help-leave': true,
  'no-match': true,
  'no-match-again': true,
  'give-up': true,
  'give-up-error': true,
  'out-of-range': true,
  'one-number': true,
  wait: true,
  'passed-on': true,
  'still-coming': true,
  held: true,
  'not-passed-on': true,
  undelivered: true,
  'nothing-new': true,
  'no-unread': true,
  'passed-to-person': true,
  'will-notify': true,
  'offer-notifications': true,
  'notify-on': true,
  'notify-known': true,
  'notify-off': true,
  'notify-never': true,
  'ask-reply': true,
  deleted: true,
  'forget-me': true,
  forgotten: true,
  'start-over': true,
  'go-ahead': true,
  'all-right': true,
  'nothing-to-repeat': true,
  'no-more-options': true,
  goodbye: true,
};
const keys = [...Object.keys(PHRASES), ...Object.values(ERRORS).map(({ phrase }) => phrase)] as Phrase[];

describe.each(['en-US', 'en-GB', 'fr-FR', ''])('%j', (locale) => {
  const words = phrases(locale);

  test.each([...new Set(keys)])('%s is a sentence in every wording, with and without a name', (key) => {
    for (const turn of [0, 1, 2, 3]) {
      for (const options of [{ turn }, { turn, context: 'named', values: { name: 'Bella' } } as const]) {
        expect(words.say(key, options)).toMatch(/^\p{Lu}[^{}]*[.!]$/u);
      }
    }
  });

  test.each(['check', 'anything-else', 'what', 'choices'] as const)(
    'our question %s asks, in different words',
    (key) => {
      const wordings = new Set([0, 1, 2, 3].map((turn) => words.say(`question.${key}`, { turn })));
      expect(wordings.size).toBeGreaterThan(1);
      for (const wording of wordings) expect(wording).toMatch(/^\p{Lu}.*\?$/u);
    },
  );
});

test('a name is said where it is known', () => {
  const words = phrases('en-US');
  expect(words.say('welcome', { context: 'named', values: { name: 'Bella & Co' } })).toContain('this is Bella & Co.');
  expect(words.say('error.unreachable', { context: 'named', values: { name: 'Bella' } })).toContain('Bella');
});

test('what is filled in is never read as a template', () => {
  const title = '{{name}} $t(goodbye) $& $1';
  expect(phrases('en-US').say('media.image', { context: 'titled', values: { title, name: 'x', where: '' } })).toBe(
    `There is a picture: ${title}`,
  );
});

test('every phrase that we suggest is understood', () => {
  const words = phrases('en-US');
  const suggested = [
    words.say('help-again'),
    words.say('help-unread'),
    words.say('help-leave'),
    words.say('reprompt.person'),
    words.say('reprompt.go-on'),
    words.say('reprompt.check'),
    words.say('reprompt.anything-else'),
    words.say('reprompt.what'),
    words.say('offer.some', { values: { labels: 'x' } }),
  ].join(' ');
  for (const phrase of ['yes', 'no', 'check', 'help', 'stop', 'repeat', 'start over', 'new messages', 'more options']) {
    expect(suggested).toContain(phrase);
    expect(voiceFor('en-US').command(phrase)).toBeDefined();
  }
});

test('odd turns do no harm', () => {
  for (const turn of [-1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY]) {
    expect(phrases('en-US').say('question.what', { turn })).toMatch(/\?$/);
  }
});
