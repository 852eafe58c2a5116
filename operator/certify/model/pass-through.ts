import { COMMAND_INTENTS } from '../../../lambda/skill/intents';
import type { Rule } from '../rule';
import { source } from '../sources';
import { type IntentView, isBuiltIn } from './view';

const COMMANDS: readonly string[] = Object.values(COMMAND_INTENTS);

export const passThroughRule: Rule = {
  id: 'MODEL-PASS-THROUGH',
  severity: 'warning',
  finds: 'A model that only passes on what is said: apart from commands, nothing but AMAZON.SearchQuery.',
  remedy: 'Name what people ask about under topics: in business.yaml; each becomes an intent',
  source: source('passThrough', 'skills that bypass the NLU'),
  look: ({ models }) =>
    models
      .filter(({ intents }) => intents.some(isFreeSpeech) && !intents.some(meansSomething))
      .map(({ file, locale }) => ({ file, locale, what: 'The model recognises nothing: it passes on what is said' })),
};

function isFreeSpeech({ slots }: IntentView): boolean {
  return slots.some(({ type }) => type === 'AMAZON.SearchQuery');
}

/** An intent by which Alexa knows what is wanted. */
function meansSomething(intent: IntentView): boolean {
  return !isBuiltIn(intent) && !isFreeSpeech(intent) && !COMMANDS.includes(intent.name);
}
