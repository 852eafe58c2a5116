import type { Command } from '../conversation/ports/voice';

/**
 * What is said to the skill in one language: the data from which a voice interaction model is made. Alexa hands free
 * speech to a slot only behind a carrier, which she takes away; so every word that opens a sentence and means something
 * has an intent of its own, whose name tells which words were taken.
 */
export interface Wording {
  /** The wake word as the store writes it, with what divides it from the rest: "Alexa, ". */
  readonly wake: string;
  /**
   * How a skill is opened, and how it is opened with a topic, behind the wake word: `{name}` and `{topic}` are filled in. The
   * store shows examples that are made so.
   */
  readonly launch: string;
  readonly ask: string;
  /** What Amazon keeps for itself. */
  readonly reserved: Reserved;
  /** What is said about the conversation and never to the bot: "ask them …". Taken away for good, so nothing else. */
  readonly carriers: readonly string[];
  /** The same where it stands behind: "… पूछो". */
  readonly closingCarriers?: readonly string[];
  /**
   * What joins a request to the invocation name: "ask <name> *about* parking". There it is not part of what is asked; in
   * a conversation ("that one", "for two") it is.
   */
  readonly connectingWords: readonly string[];
  /**
   * What a sentence to the bot begins with, longer openings beside the shorter ones that they begin with. The bot hears
   * them. No opening may begin with a phrase of a built-in intent ("no", "stop", "cancel"), so what begins so is served
   * by a connecting word alone: "*to* cancel my order".
   */
  readonly openings: Openings;
  /**
   * What a sentence to the bot ends with, longer ones beside the shorter that they end with. The bot hears them. They serve
   * languages in which the verb comes last ("… を教えて"), and sentences that begin with any word. None may end with a
   * phrase of a built-in intent, and no such phrase with one of them.
   */
  readonly closings?: readonly string[];
  /**
   * What is said for our own intents, word for word, by the command that it is. Needed for one-shots; in a conversation the same words may arrive in
   * a slot, where `speech` understands them.
   */
  readonly commands: Readonly<Record<ModelCommand, readonly string[]>>;
  /** What may stand before a topic, and goes without saying. */
  readonly topicCarriers: readonly string[];
  /** The same behind a topic. */
  readonly topicClosings?: readonly string[];
  /** What any business is asked about in a word or two. An article before them is an opening. */
  readonly topics: Topics;
}

/** Commands that have an intent of their own. */
export type ModelCommand = Extract<Command, 'unread-messages' | 'notify-on' | 'notify-off' | 'forget-me'>;

/** What sentences begin with. */
export interface Openings {
  readonly questions: readonly string[];
  /** Of whom or what something is said. */
  readonly subjects: readonly string[];
  readonly statements: readonly string[];
  readonly requests: readonly string[];
  readonly greetings: readonly string[];
  /** "if": by itself, and before every subject. */
  readonly conditions: readonly string[];
  /** More that stands behind a condition. */
  readonly conditional: readonly string[];
  readonly others: readonly string[];
}

/** By a topic, what else is said for it. Amazon wants at least one other word for each. */
export type Topics = Readonly<Record<string, readonly string[]>>;

/** Words that Amazon keeps for itself in a language. */
export interface Reserved {
  /**
   * What an invocation name may not hold, and what makes no name of two words: "the bank"
   * (https://developer.amazon.com/docs/custom-skills/choose-the-invocation-name-for-a-custom-skill.html).
   */
  readonly launchWords: readonly string[];
  readonly connectingWords: readonly string[];
  readonly smallWords: readonly string[];
  /** Phrases of the built-in intents: a skill never gets their words. */
  readonly builtIns: readonly string[];
  /** How the language writes what no invocation name may hold in any: the wake words, and words for a skill. */
  readonly wakeWords?: readonly string[];
  readonly skillWords?: readonly string[];
}
