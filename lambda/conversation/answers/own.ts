/** What a record of a language has for a word that was said or offered: "constructor" is in any object, and means nothing. */
export function own<Value>(record: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(record, word) ? record[word] : undefined;
}
