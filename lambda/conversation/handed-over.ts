/** A reply to a request of a session. */
interface Answered {
  readonly session: string;
  /** When its request came, in epoch milliseconds. */
  readonly requestedAt?: number;
}

/** What this process has answered. One that is killed meanwhile takes the word of that with it: so whoever knows it has answered. */
export interface HandedOver {
  note(answered: Answered): void;
  has(answered: Answered): boolean;
}

/** More than say again what was missed within the time in which anybody asks for it. */
const MOST_REMEMBERED = 1000;

export function createHandedOver(): HandedOver {
  const known = new Set<string>();
  const keyOf = ({ session, requestedAt }: Answered) => `${session} ${requestedAt}`;
  return {
    note(answered) {
      known.add(keyOf(answered));
      const [oldest] = known;
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    },
    has: (answered) => known.has(keyOf(answered)),
  };
}
