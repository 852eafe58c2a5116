import { isSubject } from '../../../lambda/skill/intents';
import { wordingOf } from '../../../lambda/skill/wording';
import { builtInPhrases } from '../../../simulator/echo/built-ins';
import { openingWords } from '../../../simulator/echo/invocation';
import type { InteractionModel } from '../../../simulator/echo/models';

/** What is said in the conversations of a locale. */
export interface TalkWords {
  readonly open: string;
  readonly help: string;
  readonly stop: string;
  readonly cancel: string;
  readonly home: string;
  readonly repeat: string;
  /** What the skill suggests, and what else people ask about. */
  readonly topics: readonly string[];
  /** In one breath with the name. */
  readonly oneShots: readonly string[];
  /** A command that asks before it does something, and one that asks for a permission. */
  readonly forget: string;
  readonly notify: string;
}

export function talkWords(
  locale: string,
  model: InteractionModel,
  { hints, phrases }: { readonly hints: readonly string[]; readonly phrases: readonly string[] },
): TalkWords {
  const said = builtInPhrases(locale);
  const builtIn = (intent: string) => said.find(([name]) => name === `AMAZON.${intent}Intent`)?.[1] ?? '';
  const { commands } = wordingOf(locale);
  return {
    open: openingWords(locale, model.languageModel.invocationName),
    ...{ help: builtIn('Help'), stop: builtIn('Stop'), cancel: builtIn('Cancel'), home: builtIn('NavigateHome') },
    repeat: builtIn('Repeat'),
    topics: [...new Set([...hints, ...firstValues(model)])],
    oneShots: phrases.slice(1),
    forget: commands['forget-me'][0] ?? '',
    notify: commands['notify-on'][0] ?? '',
  };
}

/** What each topic of the model is called. */
function firstValues({ languageModel: { intents, types = [] } }: InteractionModel): readonly string[] {
  const used = new Set(
    intents.filter(({ name = '' }) => isSubject(name)).flatMap(({ slots = [] }) => slots.map(({ type }) => type)),
  );
  return types
    .filter(({ name }) => used.has(name))
    .flatMap(({ values = [] }) => values.slice(0, 2).flatMap(({ name }) => name?.value ?? []));
}
