import type { SupportedInterfaces } from 'ask-sdk-model';
import { intentNamed } from '../models';
import type { Occasion, Rule } from './rule';
import { type CheckedDirective, elicitSlot } from './shape';

/** Directives that only a device with the interface understands. */
const INTERFACES = ['Alexa.Presentation.APL', 'AudioPlayer', 'VideoApp'] as const satisfies ReadonlyArray<
  keyof SupportedInterfaces
>;

/** Which directives a device takes, and which exclude each other. */
export const directivesRule: Rule = ({ directives = [], shouldEndSession }, occasion) => {
  const types = directives.map(({ type }) => type);
  const unsupported = types.find((type) => !isSupported(type, occasion));
  if (unsupported) return `The following directives are not supported: ${unsupported}`;

  const dialog = types.filter((type) => type.startsWith('Dialog.'));
  if (dialog.length > 1) return 'No other directives are allowed to be specified with a Dialog directive';
  const asks = dialog.some((type) =>
    ['Dialog.ElicitSlot', 'Dialog.ConfirmSlot', 'Dialog.ConfirmIntent'].includes(type),
  );
  if (asks && shouldEndSession !== false) return `${dialog[0]} needs shouldEndSession to be false`;
  if (asks && types.includes('Alexa.Presentation.APL.ExecuteCommands')) {
    return `Alexa.Presentation.APL.ExecuteCommands is not allowed with ${dialog[0]}`;
  }
  if (dialog.includes('Dialog.Delegate') && types.some((type) => type.startsWith('Alexa.Presentation.APL.'))) {
    return 'Alexa.Presentation.APL directives are not allowed with Dialog.Delegate';
  }

  const plays = types.filter((type) => type === 'AudioPlayer.Play').length;
  if (plays > 1) return 'Only one AudioPlayer.Play directive is allowed';
  if (plays > 0 && types.includes('VideoApp.Launch')) return 'AudioPlayer.Play is not allowed with VideoApp.Launch';

  for (const directive of directives) {
    const fault = directive.type === 'Dialog.ElicitSlot' ? elicitSlotFault(directive, occasion) : undefined;
    if (fault) return `Dialog.ElicitSlot: ${fault}`;
  }
  return undefined;
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
