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
/** From "Understand How Users Invoke Custom Skills" in the Alexa Skills Kit documentation. */
const LAUNCH_WORDS = 'ask|tell|open|launch|start|begin|load|run|resume|play|use|talk to';

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
 * <name> about parking" is a one-shot; all else belongs to the open session, if there is one.
 */
export function addressOf(words: string, invocationName: string): Address {
  const spoken = words.replace(WAKE_WORD, '');
  const woken = spoken !== words;
  if (woken && asksForNotifications(spoken)) return { to: 'notifications' };
  const invocation = spoken.match(
    new RegExp(`^(?:(${LAUNCH_WORDS}) )?(?:the )?${escapeRegExp(invocationName)}(?: (.+))?$`),
  );
  if (!invocation || !(woken || invocation[1])) return { to: 'session', words: spoken };
  return invocation[2] ? { to: 'one-shot', words: invocation[2] } : { to: 'launch' };
}
