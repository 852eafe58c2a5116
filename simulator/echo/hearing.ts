import { asksForNotifications } from './notifications';
import { escapeRegExp } from './samples';

/** To whom an utterance is addressed. `words` are what is left to understand. */
export type Address =
  | { readonly to: 'launch' }
  | { readonly to: 'one-shot'; readonly words: string }
  /** Alexa herself is asked for the notifications. */
  | { readonly to: 'notifications' }
  | { readonly to: 'session'; readonly words: string };

const WAKE_WORD = /^alexa(?: |$)/;
/** These three are from "Understand How Users Invoke Custom Skills" in the Alexa Skills Kit documentation. */
const LAUNCH_WORDS = 'ask|tell|open|launch|start|begin|load|run|resume|play|do|use|search|talk to';
const BEFORE_LAUNCH_WORDS = "please|can you|could you|let's|i want to|i wanna";
const BEFORE_NAME_AT_THE_END = 'by|from|in|using|with';

/**
 * An utterance as speech recognition hands it on: lower case, without punctuation. Apostrophes stay, and so does what
 * stands inside a word or a number ("t-shirt", "3.5").
 */
export function heardWords(utterance: string): string {
  return utterance
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/["“”„«»()[\]¿¡]/g, ' ')
    .replace(/[.,!?;:…]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Looks for the wake word and the invocation name in heard words. "Alexa, open <name>" launches the skill, "Alexa, ask
 * <name> about parking" and "Alexa, book a table with <name>" are one-shots; all else belongs to the open session, if
 * there is one.
 */
export function addressOf(words: string, invocationName: string): Address {
  const spoken = words.replace(WAKE_WORD, '');
  const woken = spoken !== words;
  if (woken && asksForNotifications(spoken)) return { to: 'notifications' };
  const name = `(?:the )?${escapeRegExp(invocationName)}`;
  const invocation = spoken.match(
    new RegExp(`^(?:(?:${BEFORE_LAUNCH_WORDS}) )?(?:(${LAUNCH_WORDS}) )?${name}(?: (.+))?$`),
  );
  if (invocation && (woken || invocation[1])) {
    return invocation[2] ? { to: 'one-shot', words: invocation[2] } : { to: 'launch' };
  }
  const [, request] = spoken.match(new RegExp(`^(.+) (?:${BEFORE_NAME_AT_THE_END}) ${name}$`)) ?? [];
  return woken && request ? { to: 'one-shot', words: request } : { to: 'session', words: spoken };
}
