import type { Rule } from '../../chaos/fault';
import { type History, ofKind, type Seen, type Turn } from '../../chaos/history';
import { isOfKind, markersIn } from '../../chaos/markers';
import type { Random } from '../../chaos/random';
import { isPlayed } from '../../chaos/turns';

/** A fault as it would look in a history, and the promise that it breaks. */
export interface PlantedFault {
  readonly rule: Rule;
  /** What else is broken with it. */
  readonly also?: readonly Rule[];
  plant(history: History, random: Random): History;
}

/** What goes wrong between the system and the people behind it, each put into a history in which nothing went wrong. */
export const PLANTED: Readonly<Record<string, PlantedFault>> = {
  'a webhook is answered and dropped': {
    rule: 'message-lost',
    plant: (history, random) => unheard(history, random.pick(heardOnce(history))),
  },
  'a message is gone after a kill': {
    rule: 'message-lost',
    plant(history, random) {
      const kill = random.pick(ofKind(history, 'down'));
      const before = heardOnce(history).filter((marker) => writtenAt(history, marker) < kill.until);
      return unheard(history, before.at(-1) ?? '');
    },
  },
  'a skipped migration loses all that waits for a user': {
    rule: 'message-lost',
    plant(history, random) {
      const { user } = turnWith(history, random.pick(heardOnce(history)));
      const waiting = heardOnce(history).filter((marker) => turnWith(history, marker).user === user);
      return waiting.reduce(unheard, history);
    },
  },
  'a reply is heard twice': {
    rule: 'message-doubled',
    plant(history, random) {
      const marker = random.pick(heardOnce(history));
      const turn = turnWith(history, marker);
      const later: Turn = { ...turn, at: lastAt(history) + 1000, said: 'launch', speech: `Hello. Noted, ${marker}.` };
      return [...history, without(later)];
    },
  },
  'a reply is said twice in one answer': {
    rule: 'message-doubled',
    plant(history, random) {
      const marker = random.pick(heardOnce(history));
      return changed(history, turnWith(history, marker), ({ speech }) => ({ speech: `${speech} ${speech}` }));
    },
  },
  'an answer takes nine seconds': {
    rule: 'late',
    plant: (history, random) => changed(history, random.pick(messageless(history)), () => ({ ms: 9000, starvedMs: 0 })),
  },
  'queued words are lost': {
    rule: 'utterance-lost',
    plant(history, random) {
      const turn = random.pick(messageless(history).filter(({ marker }) => marker !== undefined));
      const speech = "I'll pass on what you said as soon as the answer to your earlier question is here.";
      const left = history.filter((seen) => !(seen.kind === 'reached' && seen.marker === turn.marker));
      // Who says stop takes back what waits.
      const staying = left.map((seen) =>
        seen.kind === 'turn' && seen.user === turn.user && seen !== turn ? { ...seen, said: 'next' } : seen,
      );
      return changed(staying, turn, () => ({ speech }));
    },
  },
  'what was said reaches the bot twice': {
    rule: 'utterance-doubled',
    plant(history, random) {
      const reached = random.pick(ofKind(history, 'reached'));
      return [...history, { ...reached, at: reached.at + 400 }];
    },
  },
  'two users are taken for each other': {
    rule: 'foreign-word',
    also: ['message-lost', 'message-doubled'],
    plant(history, random) {
      const known = heardOnce(history).filter((marker) => isKnown(history, marker));
      const mine = random.pick(known);
      const turn = turnWith(history, mine);
      const theirs = random.pick(known.filter((marker) => turnWith(history, marker).user !== turn.user));
      return changed(history, turn, ({ speech }) => ({ speech: speech.replace(mine, theirs) }));
    },
  },
  'Alexa is answered 500': {
    rule: 'server-error',
    plant: (history, random) =>
      changed(history, random.pick(messageless(history)), () => ({ status: 500, speech: '' })),
  },
  'Alexa is answered 400': {
    rule: 'refused',
    plant: (history, random) =>
      changed(history, random.pick(messageless(history)), () => ({ status: 400, speech: '' })),
  },
  'a connection is cut while the server runs': {
    rule: 'unanswered',
    plant(history, random) {
      const downs = ofKind(history, 'down');
      const calm = messageless(history).filter(
        ({ at, ms, server }) =>
          !downs.some((down) => down.server === server && down.at < at + ms + 500 && down.until > at - 500),
      );
      return changed(history, random.pick(calm), () => ({ status: 0, speech: '' }));
    },
  },
  'an answer that Alexa refuses': {
    rule: 'bad-answer',
    plant: (history, random) =>
      changed(history, random.pick(messageless(history)), () => ({ verdict: 'Invalid SSML Output Speech' })),
  },
  'two notifications for nothing new': {
    rule: 'notified-twice',
    plant(history, random) {
      const { user } = random.pick(played(history));
      const at = lastAt(history) + 100;
      return [...history, { kind: 'notified', at, user }, { kind: 'notified', at: at + 100, user }];
    },
  },
  'a server ends by itself': {
    rule: 'crashed',
    plant: (history) => [...history, { kind: 'crashed', at: lastAt(history), server: 1, how: 'SIGABRT' }],
  },
  'Amazon finds fault with a notification': {
    rule: 'amazon-violation',
    plant: (history) => [...history, { kind: 'violation', at: lastAt(history), what: '400 no name' }],
  },
};

function played(history: History): Turn[] {
  return ofKind(history, 'turn').filter(isPlayed);
}

/** Answers without which nothing is lost. */
function messageless(history: History): Turn[] {
  return played(history).filter(({ speech }) => markersIn(speech).length === 0);
}

/** Messages that somebody heard, in one answer. */
function heardOnce(history: History): string[] {
  const all = played(history).flatMap(({ speech }) => markersIn(speech));
  return all.filter(
    (marker) =>
      !isOfKind('utterance', marker) && all.indexOf(marker) === all.lastIndexOf(marker) && isKnown(history, marker),
  );
}

/** Whether it can be told whose a message is. */
function isKnown(history: History, marker: string): boolean {
  const visitor = ofKind(history, 'written').find((seen) => seen.marker === marker)?.visitor;
  return ofKind(history, 'reached').some((seen) => seen.visitor === visitor);
}

function writtenAt(history: History, marker: string): number {
  return ofKind(history, 'written').find((seen) => seen.marker === marker)?.at ?? 0;
}

function turnWith(history: History, marker: string): Turn {
  const turn = played(history).find(({ speech }) => markersIn(speech).includes(marker));
  if (!turn) throw new Error(`nobody heard ${marker}`);
  return turn;
}

/** The history if nobody had heard a message. */
function unheard(history: History, marker: string): History {
  return history.map((seen) =>
    seen.kind === 'turn' ? { ...seen, speech: seen.speech.replaceAll(marker, 'it') } : seen,
  );
}

function changed(history: History, turn: Turn, change: (turn: Turn) => Partial<Turn>): History {
  return history.map((seen): Seen => (seen === turn ? { ...turn, ...change(turn) } : seen));
}

function without({ marker: _, ...turn }: Turn): Turn {
  return turn;
}

function lastAt(history: History): number {
  return Math.max(...history.map(({ at }) => at));
}
