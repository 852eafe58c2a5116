import type { Sender } from '../conversation/message';

const MAX_CHARS = 40;
/** A name is not cut between words where less would be left. */
const MIN_CHARS = 12;
/** A vendor may write a book here. */
const MAX_READ = 1000;
/** Said where no sender has a name that can be said. */
const NEUTRAL = 'customer service';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: ' ', gt: ' ', quot: '', apos: "'", nbsp: ' ' };

/**
 * Who is said to have sent what waits: the agent where all of it is from one, else the business. Alexa says the name
 * as it is, so it is nothing but a name: short, without markup, and never empty.
 *
 * @param business its name
 */
export function creatorName(senders: readonly Sender[], business: string | undefined): string {
  const [only, ...others] = senders;
  const agent = only?.kind === 'agent' && others.length === 0 ? only.name : undefined;
  return sayable(agent) || sayable(business) || NEUTRAL;
}

/** What of a text can be said as a name; empty where there is no letter or digit in it. */
function sayable(text = ''): string {
  const plain = text
    .slice(0, MAX_READ)
    .replace(/<[^<>]*>?/g, ' ')
    .replace(/&(\w{1,10}|#\w{1,10});/g, (_entity, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')
    // Letters, digits, and what stands between them in names. No controls, emoji, markdown, or direction marks.
    .replace(/[^\p{L}\p{M}\p{Nd}'’.,&+-]/gu, ' ')
    // Alone, so that nothing takes it for the beginning of an entity.
    .replace(/&/g, ' & ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .,&+-]+/, '')
    .trim();
  return /[\p{L}\p{Nd}]/u.test(plain) ? shortened(plain) : '';
}

/** Cut between words, or within one that is longer than all that may be said; never within a letter. */
function shortened(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  const end = text.lastIndexOf(' ', MAX_CHARS);
  if (end >= MIN_CHARS) return text.slice(0, end).replace(/[\s,&+-]+$/, '');
  let cut = '';
  for (const [letter] of text.matchAll(/\P{M}\p{M}*/gu)) {
    if (cut.length + letter.length > MAX_CHARS) break;
    cut += letter;
  }
  return cut;
}
