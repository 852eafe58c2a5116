import type { InputRequest, Media, Sender } from '../conversation/message';
import type { Command, Introduction } from '../conversation/ports/voice';
import type { Phrase, Question } from '../conversation/reply';
import type { ErrorPhrase } from '../errors';
import type { CommandWords } from './commands';
import type { MenuWords } from './menu';
import type { Pace } from './pace';
import type { Script, SentenceEnds } from './punctuation';

/**
 * Several wordings of one thing: which is said depends on the turn, so that a user does not hear the same question all
 * day.
 */
export type Wordings = readonly string[];
type Named<Keys extends string> = Readonly<Record<Keys, Wordings>>;

/** The plural categories of Unicode (`Intl.PluralRules`). */
export type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * Phrases about a number of things, by the plural category of the number: `{{count}}` is its word ("two"), `{{number}}` its digits
 * ("2", which the voice inflects). A language has a form for each category that it has for the numbers said.
 */
type Counted<Keys extends string> = Named<`${Keys}_other`> &
  Readonly<Partial<Record<`${Keys}_${Exclude<Plural, 'other'>}`, Wordings>>>;

/** Of phrases that may name the business there is one with its name. */
type Nameable = 'greeting' | 'welcome' | 'welcome-back';

/**
 * What a language says. `{{name}}` and the like are filled in; what stands behind "_" in a key is the case that it serves for: a name is
 * known (`_named`), a title (`_titled`). Each is a whole sentence but where its type says otherwise, as only the language knows in what
 * order and form its parts stand.
 */
export type Resource = Named<Exclude<Phrase, ErrorPhrase> | `${Nameable}_named` | 'progress' | 'hints'> & {
  readonly error: Named<(ErrorPhrase extends `error.${infer Key}` ? Key : never) | 'unreachable_named'>;
  readonly question: Named<Exclude<Question, 'bot'> | 'go-on_about'>;
  readonly reprompt: Named<Exclude<Question, 'bot' | 'choices'>>;
  readonly introduction: Named<
    Exclude<Introduction['kind'], 'from' | 'unread'> | Sender['kind'] | `${Sender['kind']}_named`
  >;
  readonly unread: Named<`only-${Sender['kind']}` | 'only-agent_named'> & Counted<UnreadKey>;
  readonly offer: Named<OfferKey>;
  readonly list: Named<'comma' | 'more'> & {
    /** The locale by whose rules `Intl.ListFormat` joins lists: "en-GB" has "a, b or c". */
    readonly 'as-in': string;
    /**
     * What those rules come to, by the locale: what stands between two, between the first of more, and before the last. The engine takes
     * ten milliseconds of a start to read its own. Absent where it depends on the next word: "e" before "i" in Spanish.
     */
    readonly joins?: Readonly<Record<string, Readonly<Record<'and' | 'or', readonly string[]>>>>;
  };
  readonly media: Named<Media['kind'] | `${Media['kind']}_titled` | 'titles' | 'where' | 'there'> &
    Counted<`${Media['kind']}_several`>;
  readonly 'input-request': Named<
    Exclude<InputRequest['kind'], 'script'> | `number_${'between' | 'from' | 'to'}` | 'form_listed'
  >;
  readonly text: Named<'and' | 'link' | 'lone-link' | 'other-link' | 'lone-other-link' | 'app' | 'cards' | 'too-long'>;
  readonly card: Named<'title' | 'form' | 'code' | 'entry' | Media['kind']>;
  readonly where: Named<'all'> & Counted<LinkKind>;
  readonly shape: Counted<'table' | 'table_named' | 'list'>;
  readonly pace: Pace;
  readonly script: Script;
  readonly sentences: SentenceEnds;
  readonly understood: Understood;
};

/**
 * The messages that wait: so many from one sender (`all-…`), from several, or more than so many; and the parts of the list of senders,
 * which are none of them a sentence: "two from Rosa".
 */
type UnreadKey =
  | ('several' | 'several_listed' | 'lots' | `all-${Sender['kind']}` | 'all-agent_named')
  | (Sender['kind'] | 'agent_named');

/** What a link behind words leads to. */
export type LinkKind = 'link' | 'image' | 'phone' | 'email';

/**
 * How choices are read out: all or the first of them, in a sentence (`all`, `some`) or as the end of a question
 * (`asked`); as the question itself; the only one; yes and no; what can be done with each card; one by one.
 */
type OfferKey =
  | ('all' | 'some' | 'asked' | 'some-asked' | 'asks' | 'only' | `only_${'action' | 'reply' | 'bare'}` | 'only-again')
  | ('cards' | 'of-each' | 'scale' | 'apart' | 'numbered' | 'more' | 'option' | 'of-card');

/** What is understood of the user's own words: whole utterances. */
export interface Understood {
  /**
   * How sentences of bots ask or request an answer without a question mark, which of them do not although they look like it,
   * and how bots take their leave: regular expressions for a sentence in lower case.
   */
  readonly asking: {
    /** What several of the patterns name, as `{{name}}`: "(?:{{field}})". */
    readonly words: Readonly<Record<string, string>>;
    /** What may stand before a request at the beginning of a sentence: "Now, please". */
    readonly opening: string;
    /** How sentences begin, behind an opening, that request something. */
    readonly requests: readonly string[];
    /** What is asked for by its name alone: "Your phone number:". In a list it is only an item. */
    readonly fields: readonly string[];
    /** Items of a list beside which a name is one as well: "A photo of yourself." */
    readonly items: readonly string[];
    /** How others ask. */
    readonly asks: readonly string[];
    readonly statements: readonly string[];
    readonly farewells: readonly string[];
    /** How bots say that the talk has ended: "This chat has been closed." */
    readonly over: readonly string[];
    /** How bots say at the end that one may ask for more: "Let us know if you need anything else." */
    readonly 'offers-more': readonly string[];
    /** What points to a list, and how it does once it stands behind that: pairs of a pattern and what takes its place. */
    readonly behind: readonly (readonly string[])[];
    /** How bots say that a person takes over now: patterns of the end of a text. */
    readonly 'hands-over': readonly string[];
    /** Questions that are answered in the next sentence: pairs of patterns for the two, such as those of jokes. */
    readonly answered: readonly (readonly string[])[];
  };
  /**
   * What is written for the eye, and how it is said: pairs of a regular expression and what takes its place, tried in their
   * order. "(Y/N)" is said as "Yes or no?", "Please type" as "Please say".
   */
  readonly 'spoken-forms': readonly (readonly string[])[];
  /** How texts say what to reply with: "reply 1 for yes", "type STOP to end". */
  readonly menu: MenuWords;
  /** What labels are, as regular expressions, tried in this order. */
  readonly labels: {
    /** The user's own words: "Got it", "Call me back", "Where is it?" */
    readonly replies: readonly string[];
    /** Something to do, said behind "Would you like to". */
    readonly actions: readonly string[];
    /** A yes that goes on behind a comma, which is not heard: "Yes, book it". */
    readonly polar: string;
    /** Ways through a chat, as what is to be done: pairs of a pattern and what is said, "Back to menu" and "go back to the menu". */
    readonly ways: readonly (readonly string[])[];
    /** A yes or no and nothing else. */
    readonly bare: string;
    /** What the user says of themselves: "I'm here". */
    readonly own: string;
    /** What begins with a small letter within a sentence: "An agent". */
    readonly lowered: string;
    /** How the user's own things are called by who speaks to them: pairs of a pattern and what takes its place. */
    readonly yours: readonly (readonly string[])[];
  };
  /** How an option that only leaves what the bot is at is told from one that cancels something. */
  readonly leaving: {
    /** What its label says, and nothing else. */
    readonly words: readonly string[];
    /** What a text says that such a word is for: "Type CANCEL to end the chat". A pattern. */
    readonly uses: string;
    /** What speaks of cancelling: a pattern. */
    readonly cancelling: string;
    /** Labels that keep or change what the one beside them cancels: a pattern. */
    readonly keeping: string;
  };
  /** Said before or after anything, and without a meaning. */
  readonly courtesies: readonly string[];
  /** Templates of whole utterances; the first of each is the plain word for it. */
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  readonly 'command-words': CommandWords;
}

/** The group that a key with a dot belongs to. */
type Grouped<Group extends keyof Resource & string> =
  `${Group}.${Exclude<keyof Resource[Group] & string, CountedForm>}`;
type CountedForm = `${string}_${Plural}` | 'as-in';

export type PhraseKey =
  | Phrase
  | 'progress'
  | 'hints'
  | Grouped<'question'>
  | Grouped<'reprompt'>
  | Grouped<'introduction'>
  | Grouped<'unread'>
  | Grouped<'offer'>
  | Grouped<'list'>
  | Grouped<'media'>
  | Grouped<'input-request'>
  | Grouped<'text'>
  | Grouped<'card'>
  | Grouped<'where'>;

type CountedIn<Group extends 'unread' | 'media' | 'shape' | 'where'> = keyof Resource[Group] extends infer Key
  ? Key extends `${infer Name}_other`
    ? `${Group}.${Name}`
    : never
  : never;

/** Of phrases about a number of things, without the plural category. */
export type CountedKey = CountedIn<'unread'> | CountedIn<'media'> | CountedIn<'shape'> | CountedIn<'where'>;

/** What a region says in other words than its language: single phrases, and single parts of what is understood. */
export type Regional = {
  readonly [Key in keyof Resource]?: Resource[Key] extends Wordings ? Wordings : Partial<Resource[Key]>;
};
