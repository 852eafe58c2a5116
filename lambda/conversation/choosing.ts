import type { Action, Understood } from './action';
import type { Decision } from './answers/decision';
import { inputOf, inputOfSeveral } from './choices';
import type { Conversation, Offer } from './conversation';
import type { Command, Voice } from './ports/voice';
import { decideTie } from './tie';

const LISTED: Understood = { rule: 'offer', answer: 'listed' };

/**
 * What the words mean for what is offered; `undefined` where they are for somebody else.
 *
 * @param command what they would be as a command of ours: no mishearing of an option then, nor what only its data call it
 */
export function chosenBy(
  text: string,
  conversation: Conversation,
  offer: Offer,
  voice: Voice,
  command?: Command,
): Action | undefined {
  const question = botQuestionOf(conversation);
  const decision = offer.isTie
    ? decideTie(offer, question, text, voice.answers)
    : voice.answers.decide({ question, ...offer }, text);
  if (offer.isNamed) return namedBy(decision, offer);
  switch (decision.kind) {
    case 'choose': {
      const { index, rest, rule, confidence } = decision;
      if (command && (rule === 'sound' || (rule === 'synonym' && !isAnswer(command)))) return undefined;
      // A cry for help is not the option that holds one ("Toothache… help!"), nor is "stop" Stop deliveries.
      if ((command === 'help' || command === 'goodbye') && rule === 'part') return undefined;
      return pick(offer, index, { rest, understood: { rule, answer: 'picked', confidence } });
    }
    case 'which': {
      const both = decision.isJoined ? inputOfSeveral(offer, decision.indexes) : undefined;
      const { rule, indexes } = decision;
      return both
        ? { kind: 'send', input: both, understood: { rule, answer: 'picked' } }
        : { kind: 'ask-which', offer, indexes, understood: { rule, answer: 'asked-which' } };
    }
    case 'confirm':
      return command
        ? undefined
        : {
            kind: 'ask-whether',
            offer,
            index: decision.index,
            understood: { rule: decision.rule, answer: 'asked-whether' },
          };
    case 'list':
      return command ? undefined : { kind: 'list-options', offer, understood: LISTED };
    case 'more':
      return command ? undefined : { kind: 'more-options', offer, understood: LISTED };
    case 'all': {
      const asked = offer.isTie ? offer.choices.slice(offer.from, offer.to) : offer.choices;
      const all = inputOfSeveral(
        offer,
        asked.map((_choice, index) => index),
      );
      return all && { kind: 'send', input: all, understood: { rule: 'offer', answer: 'picked' } };
    }
    // Who wants none of them tells the bot so: it alone knows what else there is.
    case 'none':
    case 'words':
      return undefined;
  }
}

/** Of words that the bot asks for by name, the one that the whole answer is, or a yes or no that it asks for. */
function namedBy(decision: Decision, offer: Offer): Action | undefined {
  if (decision.kind !== 'choose' || decision.rule === 'sound') return undefined;
  const { index, rest, rule, confidence } = decision;
  const isWhole = rest === undefined || rule === 'yes-no';
  return isWhole ? pick(offer, index, { rest, understood: { rule, answer: 'picked', confidence } }) : undefined;
}

function isAnswer(command: Command): boolean {
  return command === 'yes' || command === 'no';
}

/** What the bot said last, which its question ends. */
export function botQuestionOf({ said, asking }: Conversation): string | undefined {
  return said.flatMap((part) => ('text' in part ? [part.text] : [])).at(-1) ?? asking;
}

/** All that the bot said in the last reply. */
export function botTextsOf({ said }: Conversation): string {
  return said.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n');
}

/** Puts an option to the bot, as it wants to be told. */
export function pick(
  offer: Offer,
  index: number | undefined,
  { rest, understood }: { readonly rest?: string; readonly understood?: Understood } = {},
): Action | undefined {
  const input = index === undefined ? undefined : inputOf(offer, index);
  return input && { kind: 'send', input, ...(rest !== undefined && { rest }), ...(understood && { understood }) };
}
