import { type History, ofKind } from './history';

/** Whose a word is. */
export interface Owners {
  /** The user who said the utterance, or whom the message is for; `undefined` where that cannot be told. */
  of(marker: string): string | undefined;
}

/**
 * Vendors know users by ids of their own. Which user a visitor is, is told by what the visitor said; where several users
 * reached the bot as one visitor, by what most of it was.
 */
export function createOwners(history: History): Owners {
  const speakers = new Map(ofKind(history, 'turn').flatMap(({ marker, user }) => (marker ? [[marker, user]] : [])));
  const votes = new Map<string, Map<string, number>>();
  for (const { marker, visitor } of ofKind(history, 'reached')) {
    const user = speakers.get(marker);
    if (user === undefined) continue;
    const counts = votes.get(visitor) ?? new Map<string, number>();
    votes.set(visitor, counts.set(user, (counts.get(user) ?? 0) + 1));
  }
  const users = new Map(
    [...votes].map(([visitor, counts]) => [visitor, [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]]),
  );
  const visitors = new Map(ofKind(history, 'written').map(({ marker, visitor }) => [marker, visitor]));
  return {
    of: (marker) => speakers.get(marker) ?? users.get(visitors.get(marker) ?? ''),
  };
}
