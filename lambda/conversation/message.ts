/** Who speaks: the bot itself, a live agent of the business, or a broadcast to many users. */
export interface Sender {
  readonly kind: 'bot' | 'agent' | 'broadcast';
  /** The platform's id of the agent or the broadcast. */
  readonly id?: string;
  readonly name?: string;
}

/** A quick reply or button that a message offers. */
export interface Choice {
  /** As the vendor wrote it: may hold markup and emoji. */
  readonly label: string;
  /** The vendor's own data of the option (JSON), handed back to its adapter untouched when the user picks it. */
  readonly option?: unknown;
  /** Other words that name it, never before a label: what the vendor's data call it, or the operator. */
  readonly synonyms?: readonly string[];
  /** It may be picked together with others: `option` of the pick is then the list of theirs. */
  readonly several?: true;
}

/** Something a voice cannot carry. `url` goes on a card; the voice only says that it is there. */
export interface Media {
  readonly kind: 'image' | 'video' | 'audio' | 'file' | 'location' | 'link';
  readonly url?: string;
  readonly title?: string;
}

/** One card of a message: a title, some text, and choices of its own. */
export interface Card {
  readonly title?: string;
  readonly text?: string;
  readonly imageUrl?: string;
  readonly choices: readonly Choice[];
}

/**
 * What a message asks for beyond free words. A voice can only ask for it in words; whatever the user answers goes back
 * to the adapter together with the inputRequest.
 * - `number`: a slider or a rating;
 * - `date`: a calendar or an appointment;
 * - `form`: several fields at once;
 * - `email`, `phone`: the user's own address or number;
 * - `file`, `location`: something a voice cannot give;
 * - `script`: nothing the user hears of: the vendor wants code run in a browser, and its bot waits for the result.
 */
export interface InputRequest {
  readonly kind: 'number' | 'date' | 'form' | 'email' | 'phone' | 'file' | 'location' | 'script';
  /** Bounds of a number. */
  readonly min?: number;
  readonly max?: number;
  /** What a form asks for, field by field, as the vendor wrote it. */
  readonly fields?: readonly string[];
  /** The vendor's own data of the inputRequest (JSON), handed back to its adapter untouched with the answer. */
  readonly option?: unknown;
}

/**
 * What the bot, an agent or a broadcast said, in the form that all platforms share. Texts stay as the vendor wrote
 * them (markdown, HTML, emoji); only `speech/` makes them speakable.
 */
export interface Message {
  /**
   * The vendor's id, or one derived from the content where the vendor gives none. A message that comes by webhook is
   * taken for a repetition when its id was seen before, whoever it was for.
   */
  readonly id: string;
  readonly from: Sender;
  readonly text?: string;
  readonly choices: readonly Choice[];
  readonly media: readonly Media[];
  readonly cards: readonly Card[];
  readonly inputRequest?: InputRequest;
  /**
   * How a bot's message came where the platform tells the same thing by two channels: in the answer of the send, and by
   * webhook. What the other channel has brought already is not said again.
   */
  readonly channel?: 'inline' | 'event';
  /** Epoch milliseconds: the vendor's time where it gives one, else when we received it. */
  readonly sentAt: number;
}

/**
 * How many characters of texts are read in one reply, over all its messages together: an hour's speech. It bounds what one reply
 * may cost everybody else whom the process serves.
 */
export const LONGEST_TEXT = 50_000;

/** How many characters of a message are read out: its text, and what stands on its cards. */
export function lengthOf({ text = '', cards }: Message): number {
  return cards.reduce((sum, { title = '', text: words = '' }) => sum + title.length + words.length, text.length);
}
