import { findDocument } from './document';
import { type ExchangeDeps, passOnNow } from './exchange';
import { refsOf } from './inbox';
import { listeningWith } from './listening';
import { loseOld, queued } from './outbox';
import type { Signal } from './ports/signal';
import type { Store } from './ports/store';
import type { Voice } from './ports/voice';

/** Of the newest arrivals, too, one may be the answer. */
const MOST_READ = 300;
/** How often it is looked again where something has come meanwhile. */
const MOST_LOOKS = 5;

export interface DueWordsDeps extends ExchangeDeps {
  readonly store: Store;
  readonly voiceFor: (locale: string) => Voice;
}

/** Whose words are due, and how they are passed on. */
export interface DueWords {
  readonly key: string;
  readonly locale: string;
  /** Unique among the user's requests. */
  readonly id: string;
  /** How long one call may take where nothing runs on after it, in milliseconds. Default: a minute. */
  readonly callMs?: number;
  /** Nothing more is begun after it. */
  readonly stop: Signal;
}

/** What of a user's words nobody has passed on in time is lost, of which they are told. For who cannot pass them on. */
export async function loseOldWords(store: Store, key: string): Promise<void> {
  const document = await findDocument(store, key);
  const now = Date.now();
  if (!document || loseOld(document.conversation.outbox, now) === document.conversation.outbox) return;
  await document.update((newest) => ({ conversation: { ...newest, outbox: loseOld(newest.outbox, now) } }));
}

/**
 * Makes the function that passes on a user's queued words that are due, as far as the bot may be told now. What has come
 * while it worked did not make them due, as they were not saved yet: so it looks once more.
 */
export function createPassOnDue(deps: DueWordsDeps) {
  const { store, voiceFor } = deps;
  return async function passOnDue({ key, locale, id, callMs, stop }: DueWords): Promise<void> {
    const voice = voiceFor(locale);
    const request = { id, key, locale, ...listeningWith(voice), onTrip() {} };
    for (let looks = 0; looks < MOST_LOOKS && !stop.aborted; looks++) {
      const document = await findDocument(store, key, { unread: MOST_READ });
      if (!document) return;
      await passOnNow(deps, request, document, stop, callMs);
      if (queued(document.conversation.outbox).length === 0) return;
      const seen = refsOf(document.unread);
      const left = await store.unread(key, MOST_READ);
      if (left.every(({ ref }) => seen.has(ref))) return;
    }
  };
}
