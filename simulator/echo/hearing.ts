import { isUnspaced, withoutNeedlessSpaces } from '../../lambda/languages/unspaced';
import { DEFAULT_LOCALE, type EchoLanguage, echoLanguage } from './language';
import { asksForNotifications } from './notifications';
import { escapeRegExp } from './samples';

/** To whom an utterance is addressed. `words` are what is left to understand. */
export type Address =
  | { readonly to: 'launch' }
  | { readonly to: 'one-shot'; readonly words: string }
  /** Alexa herself is asked for the notifications. */
  | { readonly to: 'notifications' }
  | { readonly to: 'session'; readonly words: string };

/**
 * An utterance as speech recognition hands it on: lower case, without punctuation. Apostrophes stay, and so does what
 * stands inside a word or a number ("t-shirt", "3.5").
 */
export function heardWords(utterance: string): string {
  return utterance
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/["“”„«»()[\]¿¡。、！？・「」؟،؛।]/g, ' ')
    .replace(/[.,!?;:…]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Looks for the wake word and the invocation name in heard words. "Alexa, open <name>" launches the skill, "Alexa, ask
 * <name> about parking" and "Alexa, book a table with <name>" are one-shots; all else belongs to the open session, if
 * there is one. In some languages what is done with the name stands behind it: "<name>を開いて", "<name> से पूछो".
 */
export function addressOf(words: string, invocationName: string, locale = DEFAULT_LOCALE): Address {
  const language = echoLanguage(locale);
  const heard = withoutNeedlessSpaces(words);
  const spoken = heard.replace(new RegExp(`^${oneOf(language.wake)}(?:${between(language.wake)}|$)`), '');
  const woken = spoken !== heard;
  if (woken && asksForNotifications(spoken)) return { to: 'notifications' };
  const bare = withoutNeedlessSpaces(invocationName);
  const articles = language.articles.map((word) => (word.endsWith("'") ? word : `${word} `));
  const name = `${articles.length > 0 ? `${oneOf(articles)}?` : ''}${escapeRegExp(bare)}`;
  const invocation = spoken.match(
    new RegExp(`^(?:${oneOf(language.polite)} )?(?:(${oneOf(language.launch)}) )?${name}(?:${between([bare])}(.+))?$`),
  );
  const [, launch, rest] = invocation ?? [];
  if (invocation && rest !== undefined && language.opens.includes(rest)) return { to: 'launch' };
  if (invocation && (woken || launch)) {
    const request = rest && withoutJoin(rest, language);
    return request ? { to: 'one-shot', words: request } : { to: 'launch' };
  }
  const [, before] = spoken.match(new RegExp(`^(.+) ${oneOf(language.atTheEnd)} ${name}$`)) ?? [];
  return woken && before ? { to: 'one-shot', words: before } : { to: 'session', words: spoken };
}

/** A request behind the name, without what belongs to the name. */
function withoutJoin(rest: string, { joins }: EchoLanguage): string {
  const join = joins.find((words) => rest.startsWith(isUnspaced(words) ? words : `${words} `));
  return join === undefined ? rest : rest.slice(join.length).trim();
}

/** A pattern that nothing fits where there are no words. */
function oneOf(words: readonly string[]): string {
  return words.length === 0 ? '(?!)' : `(?:${words.map(escapeRegExp).join('|')})`;
}

/** What stands between words and the next: nothing in a script without spaces. */
function between(words: readonly string[]): string {
  return words.some(isUnspaced) ? ' ?' : ' ';
}
