/** What a language calls emoji, and signs that are drawn like them. Several of one name stand apart by spaces. */
export interface EmojiNames {
  /** Said for one that has no name here. */
  readonly unnamed: string;
  /** Signs that are counted, such as the stars of a rating. `said` begins with one of them. */
  readonly scales: readonly { readonly full: string; readonly empty: string; readonly said: readonly string[] }[];
  readonly names: Readonly<Record<string, string>>;
}
