import type { PlatformInput } from '../../conversation/ports/platform';

const LEADING_HASHES = /^[\s#＃]+(?=[^\s#＃])/;

/** What an input is on the wire: words, and nothing else. A picked quick reply is said as the bot wrote it. */
export function toWords(input: PlatformInput, hashtag: string): string {
  switch (input.kind) {
    case 'start':
      return hashtag;
    case 'choice':
      return input.choice.label;
    case 'text':
    case 'answer':
      return harmless(input.text, hashtag);
  }
}

/**
 * What a user said, so that no bot begins by accident: without the `#` at its beginning, and where that is the keyword
 * of the deployment, with a full stop.
 */
function harmless(text: string, hashtag: string): string {
  const words = text.replace(LEADING_HASHES, '');
  return words.trim().toLowerCase() === hashtag.toLowerCase() ? `${words.trimEnd()}.` : words;
}
