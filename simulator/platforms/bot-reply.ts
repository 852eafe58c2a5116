export interface BotOption {
  readonly title: string;
  readonly payload: string;
}

export interface BotCard {
  readonly title: string;
  readonly text: string;
  readonly imageUrl: string;
  readonly options: readonly BotOption[];
}

/** One message of a bot, in no vendor's form: each simulated vendor renders it in its own. */
export interface BotReply {
  readonly text?: string;
  readonly options?: readonly BotOption[];
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  readonly image?: { readonly url: string; readonly title: string };
  readonly location?: { readonly title: string; readonly latitude: number; readonly longitude: number };
  readonly cards?: readonly BotCard[];
  /** It has the chat ask for this, where the vendor has a quick reply for that. */
  readonly asksFor?: 'email' | 'phone' | 'location';
  /** It asks for a number between these, where the vendor has a form for that; else its text does. */
  readonly scale?: { readonly min: number; readonly max: number };
}

/** A bot behind a simulated vendor. Nothing at all is an answer too: a person may have taken over. */
export interface Bot {
  reply(userId: string, said: string): readonly BotReply[];
  /** The platform begins a conversation with a user: what they have said before is forgotten. */
  begin?(userId: string): void;
}

/** The words alone, in lower case: in this form it makes no difference whether they were said, typed or tapped. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
