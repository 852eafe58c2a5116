import { heard as asHeard } from '../../../business/topics';
import { isUnderstood } from '../../../business/understood';
import { languageOf } from '../../../lambda/business/words';
import { otherLanguage } from '../manifest/language';
import type { Rule } from '../rule';
import { source } from '../sources';
import { asks } from '../talk/asking';
import { eachExchange, endOf } from '../talk/spots';
import { isOwnReprompt } from './own-words';

/** Signs of markup that a voice reads out, or stumbles over. */
const MARKUP = /\*\*[^*]+\*\*|<\/?[a-z][^<>]*>|\]\(|&(?:amp|lt|gt|nbsp|quot);|(?:^|\s)#{2,6} |`[^`]+`|\\n/i;
const PLACEHOLDER = /\bundefined\b|\bNaN\b|\[object |\{\{|\}\}|\$\{|(?:^|\s)%[sd]\b|<%/;
/** "null" is a number in some languages. */
const NULL = /\bnull\b/i;
/** Letters of two minutes, or so. */
const LONGEST = { spaced: 1800, japanese: 700 } as const;

/** A question in the midst, or words to say behind a colon: "To hear it, say: repeat." */
const TELLS = /[?？؟:：]/;

export const VOICE_RULES: readonly Rule[] = [
  {
    id: 'VOICE-MARKUP',
    severity: 'error',
    finds: 'Markup that is read aloud: Markdown, HTML, entities.',
    remedy: 'Write the text of the bot in a form that docs/speech.md knows, or plain',
    source: source('voice', 'intent response'),
    needsTalk: true,
    look: eachExchange(({ heard }) => {
      const [found] = MARKUP.exec(heard) ?? [];
      return found === undefined ? undefined : `Markup is read aloud: "${found}"`;
    }),
  },
  {
    id: 'VOICE-PLACEHOLDER',
    severity: 'error',
    finds: 'A value that nobody filled in: "undefined", "{{name}}".',
    remedy: 'Mend the text of the bot, or of the greeting',
    source: source('voice', 'intent response'),
    needsTalk: true,
    look: eachExchange(({ heard, locale }) => {
      const [found] = PLACEHOLDER.exec(heard) ?? (locale.startsWith('en') ? NULL.exec(heard) : null) ?? [];
      return found === undefined ? undefined : `A value is missing: "${found}" in "${endOf(heard)}"`;
    }),
  },
  {
    id: 'VOICE-LONG',
    severity: 'warning',
    finds: 'An answer of two minutes and more without a question whether to go on.',
    remedy: 'Lower ALOUD_PAGE_SECONDS, or let the bot say less',
    source: source('voice', 'intent response'),
    needsTalk: true,
    look: eachExchange(({ heard, locale }) => {
      const { length } = [...heard];
      const most = languageOf(locale) === 'ja' ? LONGEST.japanese : LONGEST.spaced;
      return length > most ? `An answer has ${length} characters: nobody listens for so long` : undefined;
    }),
  },
  {
    id: 'VOICE-REPROMPT',
    severity: 'warning',
    finds: 'A reprompt that neither asks nor tells what to say.',
    remedy: 'Ask in the reprompt for what is waited for',
    source: source('voice', '4.1 session management'),
    needsTalk: true,
    look: eachExchange(({ reprompt = '', isOpen, locale }) => {
      if (!isOpen || reprompt === '' || asks(reprompt, locale)) return undefined;
      if (TELLS.test(reprompt) || isOwnReprompt(reprompt, locale)) return undefined;
      return `The reprompt asks nothing: "${endOf(reprompt)}"`;
    }),
  },
  {
    id: 'VOICE-LANGUAGE',
    severity: 'question',
    finds: 'An answer that seems to be in another language than its locale.',
    remedy: 'Have the bot answer in the language of the locale, or take the locale out',
    source: source('requirements', 'every locale in its own language'),
    needsTalk: true,
    look: eachExchange(({ heard, locale }) => {
      const language = otherLanguage(heard, locale);
      return language === undefined
        ? undefined
        : `Is that the language of ${locale}? It sounds like "${language}": "${endOf(heard)}"`;
    }),
  },
  {
    id: 'VOICE-HINT-UNKNOWN',
    severity: 'error',
    finds: 'Something that the skill suggests to say, and its model does not take in one breath with the name.',
    remedy: 'Add it to a topic, or suggest something else under hints: in business.yaml',
    source: source('requirements', 'what a prompt suggests is in the model'),
    needsTalk: true,
    look: ({ talk, models }) =>
      (talk?.hints ?? []).flatMap(({ locale, hint }) => {
        const model = models.find((one) => one.locale === locale);
        return !model || isUnderstood(asHeard(hint, locale), model.data, locale)
          ? []
          : [{ file: model.file, locale, at: 'hints', what: `"${hint}" is suggested, and the model does not know it` }];
      }),
  },
];
