import { demoSpoken } from '../../simulator/demo/business';
import { suggestions } from '../../simulator/demo/suggestions';
import { modelOf } from '../../simulator/echo/models';
import { createPolyglotBot } from '../../simulator/platforms/polyglot-bot';

const { models } = demoSpoken();

describe.each([...models.keys()])('what the demo suggests to say in %s', (locale) => {
  const { languageModel } = modelOf(models, locale);
  const { closed, open } = suggestions(locale, languageModel.invocationName);

  it('opens the skill of that name first', () => {
    expect(closed[0]).toContain(languageModel.invocationName);
  });

  it('asks the bot nothing that it does not know', () => {
    const language = locale.slice(0, 2);
    const unknown = createPolyglotBot(() => language).reply('anne', 'xyzzy')[0]?.text;
    const asked = language === 'en' ? open.slice(0, 6) : open.slice(0, 4);
    for (const words of asked) {
      expect(createPolyglotBot(() => language).reply('anne', words)[0]?.text).not.toBe(unknown);
    }
  });
});
