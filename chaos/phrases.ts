import english from '../lambda/languages/en/phrases.json';

/** Whether a speech says that the words were passed on, or will be. */
export const isAcknowledged = saysOneOf([
  ...english['passed-on'],
  ...english['passed-to-person'],
  ...english['will-notify'],
  ...english['still-coming'],
  ...english.held,
]);

/** Whether a speech says that the words have to wait for the answer to others. */
export const isHeld = saysOneOf(english.held);

/** Whether a speech says that what was said earlier could not be passed on. */
export const isUndelivered = saysOneOf(english.undelivered);

/** Whether a speech says that something did not work. */
export const isTrouble = saysOneOf(
  Object.values(english.error).flatMap((wordings) => wordings.map((wording) => wording.split('{{')[0] ?? '')),
);

/** What is behind the words that announce what may have been heard before; empty where nothing is. */
export function saidAgain(speech: string): string {
  const heard = plain(speech);
  const starts = english.introduction.again.map((wording) => heard.indexOf(plain(wording))).filter((at) => at >= 0);
  return starts.length > 0 ? heard.slice(Math.min(...starts)) : '';
}

function saysOneOf(wordings: readonly string[]): (speech: string) => boolean {
  const known = wordings.map(plain);
  return (speech) => {
    const heard = plain(speech);
    return known.some((wording) => heard.includes(wording));
  };
}

/** Words alone: punctuation and capitals depend on what stands around them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
