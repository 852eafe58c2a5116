/** How a language asks in a text for a certain reply: "Reply 1 for yes, 2 to go back", "please type CONFIRM or the word STOP". */
export interface MenuWords {
  readonly verbs: readonly string[];
  /** Between a reply and what it stands for. */
  readonly joins: readonly string[];
  /** Between two replies. */
  readonly conjunctions: readonly string[];
  /** May stand before a reply. */
  readonly articles: readonly string[];
  /** May stand before the verb, where it does not begin the sentence. */
  readonly leads: readonly string[];
  /** Regular expressions for what leads to a list that counts and is no menu: "You will need:". */
  readonly lists: readonly string[];
  /** Regular expressions for an entry, in small letters, that tells what to do in a row, and makes its list no menu: "tap Settings". */
  readonly steps: readonly string[];
  /** Regular expressions for a choice of yes and no, with the two as their groups: "(Y/N)". */
  readonly polar: readonly string[];
  /** Regular expressions for how the number of an entry is asked for, whichever numbers a list has: "choose a number". */
  readonly numbers: readonly string[];
  /** Regular expressions for how it is asked which entry of a list is wanted: "which one", "pick". */
  readonly choosing: readonly string[];
  /** May stand before the number of an entry: "Option 1". */
  readonly entries: readonly string[];
  /**
   * Regular expressions for a number and what it stands for in another order than "press 1 to pay" or "to pay, press 1", with the groups
   * `reply` and `label`: "支払いは1を押してください".
   */
  readonly templates: readonly string[];
  /** Between the first number and the last of several: "60 to 70". */
  readonly spans: readonly string[];
}
