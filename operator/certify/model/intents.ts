import { otherLanguage } from '../manifest/language';
import type { Rule } from '../rule';
import { source } from '../sources';
import { BUILT_IN_INTENTS } from './built-ins';
import { eachModel } from './spots';
import { isBuiltIn } from './view';

const LEAST_INTENTS = 5;
/** So many samples and values tell the language. */
const MOST_READ = 2000;

export const INTENT_RULES: readonly Rule[] = [
  {
    id: 'MODEL-FALLBACK-MISSING',
    severity: 'warning',
    finds: 'A model without AMAZON.FallbackIntent, where there is one.',
    remedy: 'Add AMAZON.FallbackIntent: without it the skill is not told that somebody was not understood',
    source: source('voice', 'error handling'),
    look: eachModel(({ intents }) =>
      intents.some(({ name }) => name === 'AMAZON.FallbackIntent')
        ? []
        : [{ what: 'The model has no AMAZON.FallbackIntent' }],
    ),
  },
  {
    id: 'MODEL-AUDIO-MISSING',
    severity: 'error',
    finds: 'A skill that plays audio (AUDIO_PLAYER), whose model has no AMAZON.PauseIntent or AMAZON.ResumeIntent.',
    remedy: 'Add both, or take AUDIO_PLAYER out of apis.custom.interfaces',
    source: source('functional', '3.5'),
    look: ({ manifest, models }) =>
      manifest?.interfaces.includes('AUDIO_PLAYER')
        ? models.flatMap(({ file, locale, intents }) =>
            ['AMAZON.PauseIntent', 'AMAZON.ResumeIntent']
              .filter((name) => !intents.some((intent) => intent.name === name))
              .map((name) => ({ file, locale, what: `The skill plays audio, and the model has no ${name}` })),
          )
        : [],
  },
  {
    id: 'MODEL-BUILT-IN',
    severity: 'error',
    finds: "An intent with a name of Amazon's that she does not have.",
    remedy: 'Correct its name, or give it one that does not begin with AMAZON.',
    source: source('smapi', 'INVALID_ENUM_VALUE'),
    look: eachModel(({ intents }) =>
      intents
        .filter((intent) => isBuiltIn(intent) && !BUILT_IN_INTENTS.has(intent.name) && !/[<@]/.test(intent.name))
        .map(({ name }) => ({ at: name, what: `Amazon has no ${name}` })),
    ),
  },
  {
    id: 'MODEL-INTENTS-MISSING',
    severity: 'error',
    finds: 'A model without an intent of its own.',
    remedy: 'Name the topics of your business in business.yaml',
    source: source('validator', 'intent schema present'),
    look: eachModel(({ intents }) =>
      intents.some((intent) => !isBuiltIn(intent)) ? [] : [{ what: 'The model has no intent of its own' }],
    ),
  },
  {
    id: 'MODEL-INTENTS-FEW',
    severity: 'warning',
    finds: 'A model with fewer than five intents.',
    remedy: 'Name the topics of your business in business.yaml',
    source: source('validator', 'fewer than five intents'),
    look: eachModel(({ intents }) =>
      intents.length > 0 && intents.length < LEAST_INTENTS ? [{ what: `The model has ${intents.length} intents` }] : [],
    ),
  },
  {
    id: 'MODEL-LANGUAGE',
    severity: 'question',
    finds: 'A model whose samples and values seem to be in another language than its locale.',
    remedy: 'Write the topics in the language of the locale, or make the model anew with  aloud generate',
    source: source('requirements', 'every locale in its own language'),
    look: eachModel(({ locale, intents, types }) => {
      const said = [...intents.flatMap(({ samples }) => samples), ...types.flatMap(({ values }) => values.flat())];
      const language = otherLanguage(said.slice(0, MOST_READ).join('\n'), locale);
      return language === undefined ? [] : [{ what: `Is that the language of ${locale}? It reads like "${language}"` }];
    }),
  },
  {
    id: 'MODEL-DIALOG',
    severity: 'error',
    finds: 'A dialog about an intent that the model does not have.',
    remedy: 'Add the intent, or take it out of dialog.intents',
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: eachModel(({ dialogs, intents }) =>
      dialogs
        .filter((name) => !intents.some((intent) => intent.name === name))
        .map((name) => ({ at: name, what: `The dialog is about ${name}, which is no intent` })),
    ),
  },
];
