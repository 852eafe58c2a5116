import type { Spot } from '../rule';
import type { Subject } from '../subject';
import type { Conversation, Exchange } from './conversation';

/** One exchange, and the conversation that it is of. */
export type Heard = Exchange & Omit<Conversation, 'exchanges'>;

/** What is wrong with exchanges. The same in a locale is told once, with how often it was. */
export function eachExchange(find: (exchange: Heard) => string | undefined): (subject: Subject) => readonly Spot[] {
  return ({ talk }) =>
    grouped(
      heardIn(talk?.conversations ?? []).flatMap((exchange) => {
        const what = find(exchange);
        return what === undefined ? [] : [{ locale: exchange.locale, at: placeOf(exchange), what }];
      }),
    );
}

export function heardIn(conversations: readonly Conversation[]): readonly Heard[] {
  return conversations.flatMap(({ exchanges, ...conversation }) =>
    exchanges.map((exchange) => ({ ...conversation, ...exchange })),
  );
}

/** `stop, behind the help: "stop"` */
export function placeOf({ about, said, act }: Heard): string {
  return `${about}: ${said === '' ? act : `"${said}"`}`;
}

function grouped(spots: readonly (Spot & { readonly at: string })[]): readonly Spot[] {
  const groups = new Map<string, { readonly first: Spot; count: number }>();
  for (const spot of spots) {
    const key = `${spot.locale}\n${spot.what}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { first: spot, count: 1 });
  }
  return [...groups.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, at: `${first.at} (and ${count - 1} more)` },
  );
}

const MOST_QUOTED = 120;

/** The end of what was heard, which is what a listener is left with. */
export function endOf(heard: string): string {
  const letters = [...heard];
  return letters.length <= MOST_QUOTED ? heard : `… ${letters.slice(-MOST_QUOTED).join('')}`;
}
