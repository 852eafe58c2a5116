import { LANGUAGES } from '../../lambda/languages';
import type { Subject } from '../../operator/certify/subject';
import { VOICE_RULES } from '../../operator/certify/voice/rules';

/** What the rule says of a reprompt. */
function found(reprompt: string, locale: string) {
  const conversations = [
    { about: 'a late bot', locale, exchanges: [{ act: 'words', said: 'x', heard: 'x', reprompt, isOpen: true }] },
  ];
  const subject = { talk: { conversations } } as unknown as Subject;
  return VOICE_RULES.find(({ id }) => id === 'VOICE-REPROMPT')?.look(subject);
}

test.each(Object.entries(LANGUAGES))(
  'in %s, what the skill itself says to those who wait is no fault',
  (locale, { words }) => {
    for (const [reprompt = ''] of [words().reprompt.check, words().reprompt.person])
      expect(found(reprompt, locale)).toEqual([]);
    expect(found('…', locale)).toHaveLength(1);
  },
);
