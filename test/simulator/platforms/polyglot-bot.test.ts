import { localesOf } from '../../../business/locales';
import { demoSpoken } from '../../../simulator/demo/business';
import { ABROAD } from '../../../simulator/platforms/abroad';
import { createPolyglotBot } from '../../../simulator/platforms/polyglot-bot';

const LANGUAGES = Object.keys(ABROAD);

it('speaks every language that has an interaction model', () => {
  const spoken = new Set([...demoSpoken().models.keys()].map((locale) => locale.split('-')[0]));
  expect([...spoken].sort()).toEqual(['en', ...LANGUAGES].sort());
  expect(demoSpoken().models.size).toBe(LANGUAGES.flatMap(localesOf).length + localesOf('en').length);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const start = () => {
    const bot = createPolyglotBot(() => language);
    return {
      say: (text: string) => bot.reply('anne', text),
      options: (text: string) =>
        bot.reply('anne', text).flatMap(({ options = [] }) => options.map(({ title }) => title)),
    };
  };
  const { words, says, booking, options: offered } = ABROAD[language] as (typeof ABROAD)[string];

  it('greets, and knows whatever it offers', () => {
    const titles = start().options(firstOf(words.hello));
    expect(titles).toEqual(Object.values(offered));
    for (const title of titles) expect(start().say(title)[0]?.text).not.toBe(says.unknown);
    expect(start().say('xyzzy')[0]?.text).toBe(says.unknown);
  });

  it('books by the labels it offers, step by step', () => {
    const { say, options } = start();
    let labels = options(offered.book);
    for (let step = 1; step < booking.answers.length; step++) labels = options(labels[0] ?? '');
    expect(labels).toHaveLength(2);
    const [done] = say(labels[0] ?? '');
    expect(done?.text).toContain(booking.answers[1]?.[0]?.[0]);
    expect(done?.text).not.toContain('{{');
  });

  it('is quiet while a person is there', () => {
    const { say } = start();
    expect(say(firstOf(words.person))[0]?.text).toBe(says.person);
    expect(say('xyzzy')).toEqual([]);
    expect(say(firstOf(words.bot))[0]?.text).toBe(says.back);
  });
});

function firstOf(pattern: string): string {
  return pattern.split('|')[0] ?? '';
}
