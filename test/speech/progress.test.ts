import { check } from 'ssml-check-core';
import { progressSsml } from '../../lambda/speech/progress';
import { heard, xmlFault } from './xml';

test.each(['en-US', 'en-GB', 'fr-FR', ''])(
  '%j: a short sentence that Alexa accepts, in different words',
  async (locale) => {
    const said = new Set<string>();
    for (const turn of [0, 1, 2, 3, -1, Number.NaN]) {
      const ssml = progressSsml(locale, turn);
      expect(xmlFault(ssml)).toBeUndefined();
      expect(await check(ssml, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
      expect(heard(ssml)).toMatch(/^[A-Z][^?]{3,30}[.]$/);
      said.add(heard(ssml));
    }
    expect(said.size).toBeGreaterThan(2);
  },
);
