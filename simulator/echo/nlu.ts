import type { DialogState, Intent, Slot } from 'ask-sdk-model';
import { builtInIntent } from './built-ins';
import { DEFAULT_LOCALE, echoLanguage } from './language';
import { hasDialog, type InteractionModel, intentNamed, type ModelIntent, slotValues } from './models';
import { closestSample, type SampleMatch } from './samples';

/** A slot that the skill asked for with `Dialog.ElicitSlot`. */
export interface Elicitation {
  readonly intent: Intent;
  readonly slot: string;
}

/** The part of an IntentRequest that language understanding fills. */
export interface Understanding {
  readonly intent: Intent;
  /** Only where the model has a dialog for the intent. */
  readonly dialogState?: DialogState;
}

/** Where "yes" and "no" arrive while a slot is elicited. Real devices do either. */
export type YesNoRouting = 'intent' | 'slot';

/** What wins while a slot is elicited and a sample fits as well. Amazon promises neither. */
export type SampleRouting = 'intent' | 'slot';

/** What may go one way or the other while a slot is elicited. */
export interface Routing {
  /** Default: `intent`. */
  readonly yesNo?: YesNoRouting;
  /** Default: `slot`. */
  readonly samples?: SampleRouting;
}

/** How an Echo understands: which way it takes, and in which locale. */
export interface Understood extends Routing {
  /** Default: en-US. */
  readonly locale?: string;
}

/**
 * What Alexa makes of heard words inside a session: a built-in intent by its own phrases, else the slot that is being
 * elicited, else the closest sample, else AMAZON.FallbackIntent, which carries no words. `undefined` where the model
 * has no fallback either: then nothing reaches the skill.
 */
export function understand(
  model: InteractionModel,
  words: string,
  elicitation?: Elicitation,
  { yesNo = 'intent', samples = 'slot', locale = DEFAULT_LOCALE }: Understood = {},
): Understanding | undefined {
  const intoSlot = elicitation && yesNo === 'slot' && isYesOrNo(words, locale);
  return (
    (intoSlot ? undefined : builtIn(model, words, locale)) ??
    (samples === 'intent' ? sampled(model, { words }) : undefined) ??
    (elicitation && elicited(model, words, elicitation)) ??
    sampled(model, { words }) ??
    fallback(model)
  );
}

/**
 * What Alexa makes of the words after the invocation name. Amazon counts a connecting word to the invocation, yet
 * samples that begin with one match too: the reading that explains more of the words counts.
 */
export function understandOneShot(
  model: InteractionModel,
  words: string,
  locale = DEFAULT_LOCALE,
): Understanding | undefined {
  const connecting = connectingIn(words, locale);
  const request = words.slice(connecting.length);
  return (
    builtIn(model, words, locale) ??
    builtIn(model, request, locale) ??
    sampled(model, { words }, { words: request, explained: connecting.length }) ??
    fallback(model)
  );
}

/** What Amazon lets stand between the invocation name and a request, and counts to the invocation. */
function connectingIn(words: string, locale: string): string {
  const found = echoLanguage(locale).connecting.find((word) => words.startsWith(`${word} `));
  return found === undefined ? '' : `${found} `;
}

function isYesOrNo(words: string, locale: string): boolean {
  return ['AMAZON.YesIntent', 'AMAZON.NoIntent'].includes(builtInIntent(words, locale) ?? '');
}

function builtIn(model: InteractionModel, words: string, locale: string): Understanding | undefined {
  const name = builtInIntent(words, locale);
  return name && intentNamed(model, name) ? { intent: { name, confirmationStatus: 'NONE' } } : undefined;
}

/** What Alexa makes of what she cannot put into words: AMAZON.FallbackIntent, where the model has it. */
export function fallback(model: InteractionModel): Understanding | undefined {
  const name = 'AMAZON.FallbackIntent';
  return intentNamed(model, name) ? { intent: { name, confirmationStatus: 'NONE' } } : undefined;
}

function elicited(model: InteractionModel, words: string, { intent, slot }: Elicitation): Understanding | undefined {
  const known = intentNamed(model, intent.name);
  const samples = known?.slots?.find(({ name }) => name === slot)?.samples ?? [];
  const match = closestSample(samples.length > 0 ? samples : [`{${slot}}`], words, slotValues(model, known));
  if (!match) return undefined;
  const slots = { ...intent.slots, [slot]: spokenSlot(slot, match) };
  return { intent: { ...intent, slots }, dialogState: 'IN_PROGRESS' };
}

/** Words to be fitted into samples, and how many characters before them are explained already. */
interface Reading {
  readonly words: string;
  readonly explained?: number;
}

function sampled(model: InteractionModel, ...readings: readonly Reading[]): Understanding | undefined {
  let closest: { readonly intent: ModelIntent; readonly match: SampleMatch; readonly explained: number } | undefined;
  for (const { words, explained: before = 0 } of readings) {
    for (const intent of model.languageModel.intents) {
      const values = slotValues(model, intent);
      const match = closestSample(intent.samples ?? [], words, values);
      // Of two that explain as much, the one that knows what may stand in its slot.
      const explained = before + (match?.literal ?? 0) + (values.size > 0 ? 0.5 : 0);
      if (match && explained > (closest?.explained ?? -1)) closest = { intent, match, explained };
    }
  }
  if (!closest) return undefined;
  const { intent, match } = closest;
  const slots = (intent.slots ?? []).map(({ name }) => [name, spokenSlot(name, match)] as const);
  return {
    intent: {
      name: intent.name,
      confirmationStatus: 'NONE',
      ...(slots.length > 0 && { slots: Object.fromEntries(slots) }),
    },
    ...(hasDialog(model, intent.name) && { dialogState: 'STARTED' as const }),
  };
}

/** A slot as Alexa sends it; without a value where the words had none. */
function spokenSlot(name: string, { values }: SampleMatch): Slot & { source?: 'USER' } {
  const value = values[name];
  if (value === undefined) return { name, confirmationStatus: 'NONE' };
  return { name, value, confirmationStatus: 'NONE', source: 'USER', slotValue: { type: 'Simple', value } };
}
