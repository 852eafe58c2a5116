import type { SupportedInterfaces } from 'ask-sdk-model';
import { intentNamed } from '../models';
import type { Occasion, Rule } from './rule';
import { type CheckedDirective, elicitSlot } from './shape';

/** Directives that only a device with the interface understands. */
const INTERFACES: ReadonlyArray<keyof SupportedInterfaces> = ['Alexa.Presentation.APL', 'AudioPlayer', 'VideoApp'];

/** Directives that exclude each other. */
const EXCLUSIVE: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [/^Dialog\.(?:ElicitSlot|ConfirmSlot|ConfirmIntent)$/, /^Alexa\.Presentation\.APL\.ExecuteCommands$/],
  [/^Dialog\.Delegate$/, /^Alexa\.Presentation\.APL\./],
  [/^VideoApp\.Launch$/, /^AudioPlayer\.Play$/],
];

export const directivesRule: Rule = ({ directives = [], shouldEndSession }, occasion) => {
  const types = directives.map(({ type }) => type);
  const find = (pattern: RegExp) => types.find((type) => pattern.test(type));

  const unsupported = types.find((type) => !isSupported(type, occasion));
  if (unsupported) return `The following directives are not supported: ${unsupported}`;
  if (types.filter((type) => type.startsWith('Dialog.')).length > 1) {
    return 'No other directives are allowed to be specified with a Dialog directive';
  }
  if (types.filter((type) => type === 'AudioPlayer.Play').length > 1) return 'Only one AudioPlayer.Play is allowed';
  for (const [one, other] of EXCLUSIVE) {
    if (find(one) && find(other)) return `${find(other)} is not allowed with ${find(one)}`;
  }

  const elicitation = directives.find(({ type }) => type === 'Dialog.ElicitSlot');
  if (!elicitation) return undefined;
  const fault = shouldEndSession === false ? elicitSlotFault(elicitation, occasion) : 'the session must stay open';
  return fault && `Dialog.ElicitSlot: ${fault}`;
};

function isSupported(type: string, { envelope }: Occasion): boolean {
  const needed = INTERFACES.find((name) => type.startsWith(`${name}.`));
  return !needed || envelope.context.System.device?.supportedInterfaces[needed] !== undefined;
}

/** The directive must describe the whole intent as the model has it, with the slot to elicit still empty. */
function elicitSlotFault(directive: CheckedDirective, { envelope, model }: Occasion): string | undefined {
  const { success, data } = elicitSlot.safeParse(directive);
  if (!success) return 'slotToElicit or updatedIntent is malformed';
  const { slotToElicit, updatedIntent } = data;
  const current = envelope.request.type === 'IntentRequest' ? envelope.request.intent : undefined;
  const intent = updatedIntent ?? current;
  if (!intent) return 'updatedIntent is missing, and the request had no intent';
  const definition = intentNamed(model, intent.name);
  if (!definition) return `the model has no intent ${intent.name}`;
  const known = (definition.slots ?? []).map(({ name }) => name);
  if (!known.includes(slotToElicit)) return `${intent.name} has no slot ${slotToElicit}`;
  if (!updatedIntent) return undefined;
  const given = Object.keys(updatedIntent.slots ?? {});
  const missing = known.find((name) => !given.includes(name));
  if (missing) return `updatedIntent lacks the slot ${missing}`;
  const unknown = given.find((name) => !known.includes(name));
  if (unknown) return `${intent.name} has no slot ${unknown}`;
  return updatedIntent.slots?.[slotToElicit]?.value === undefined ? undefined : `${slotToElicit} already has a value`;
}
