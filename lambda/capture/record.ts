import type { WebhookRequest } from '../conversation/ports/platform';
import type { Captured, CapturedBody, CaptureState } from './entry';
import { toldBy } from './entry';
import type { Recorder } from './recorder';
import { createReplacer, type Replacer, type Secret } from './replace';
import { leafPaths, watch, type watching as watchingBodies, withoutPlaces } from './watch';

/** A longer body is noted, but not kept. */
const LONGEST_BODY = 64 * 1024;

export interface RecordOptions {
  readonly state: CaptureState;
  readonly secrets: readonly Secret[];
  readonly now: () => number;
  /** Handed in: of what watches the reading of bodies there may be only one, and this is a file of its own on AWS. */
  readonly watching: typeof watchingBodies;
  /** Called when a call or webhook is over, and whoever reads its answer has done so. */
  readonly keep: (captured: Captured) => void;
}

type Recording = Pick<Recorder, 'call' | 'webhook'>;

/** Records calls and webhooks. Nothing real leaves this: all is replaced before it is handed on. */
export function createRecording({ state, secrets, now, watching, keep }: RecordOptions): Recording {
  const replacer = () => createReplacer({ salt: state.salt, secrets, words: state.words });
  const isWanted = (...texts: readonly (string | null | undefined)[]) =>
    !state.marks || state.marks.some((mark) => texts.some((text) => text != null && holds(text, mark)));

  return {
    call({ platform, operation, method, path, body }) {
      const at = now();
      const read = new Set<string>();
      let answer: { readonly status: number; readonly text: string | undefined; readonly value: unknown } | undefined;
      return {
        answered(status, text, value) {
          answer = { status, text, value };
          return watch(value, read);
        },
        ended(outcome) {
          if (!isWanted(path, body, answer?.text)) return;
          // Who asked reads the answer before anything else is done.
          setImmediate(() => {
            const using = replacer();
            const sent = body === null ? undefined : bodyOf(body, using);
            const answered = answer && answeredBody(answer, read, using);
            keep({
              ...{ kind: 'call', at, platform, operation, method, outcome },
              path: using.path(path),
              ...(sent && { sent }),
              ...(answer && { status: answer.status }),
              ...(answered && { answered }),
              ids: Object.fromEntries(using.ids),
            });
          });
        },
      };
    },

    webhook(platform, request, received) {
      const { method, headers, query, body } = request;
      if (!isWanted(body, query.toString())) return;
      const read = new Set<string>();
      let value: unknown;
      // Read once more, under watch: what the first reading made is what goes on.
      watching(
        (made) => {
          value = made;
          return watch(made, read);
        },
        () => platform.receive(request),
      );
      const using = replacer();
      const sent = body === '' ? undefined : withReads(bodyOf(body, using), value, read, using);
      keep({
        ...{ kind: 'webhook', at: now(), platform: platform.name, method },
        headers: headersOf(headers, using),
        query: using.path(`?${query}`).slice(1),
        ...(sent && { sent }),
        told: toldBy(received),
        ids: Object.fromEntries(using.ids),
      });
    },
  };
}

/** A mark is a whole id: no part of a longer one. */
function holds(text: string, mark: string): boolean {
  if (/^[0-9a-f]{32}$/.test(mark)) return text.includes(mark);
  const escaped = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function bodyOf(text: string, using: Replacer): CapturedBody {
  if (text.length > LONGEST_BODY) return { form: 'text', value: `${text.length} characters`, cut: true };
  try {
    return { form: 'json', value: using.value(JSON.parse(text)) };
  } catch {
    if (!/^[\w.%+-]+=[^\s]*$/.test(text)) return { form: 'text', value: using.text(text) };
    return { form: 'form', value: using.value(Object.fromEntries(new URLSearchParams(text))) };
  }
}

function answeredBody(
  { text, value }: { readonly text: string | undefined; readonly value: unknown },
  read: ReadonlySet<string>,
  using: Replacer,
): CapturedBody | undefined {
  if (text === undefined || text === '') return undefined;
  return withReads(bodyOf(text, using), value, read, using);
}

/** Adds what was looked at in a body, and what was not. */
function withReads(body: CapturedBody, value: unknown, read: ReadonlySet<string>, using: Replacer): CapturedBody {
  if (body.form !== 'json' || value === undefined) return body;
  const placed = (paths: Iterable<string>) => withoutPlaces(paths).map((path) => using.place(path));
  const seen = placed(read);
  const known = new Set(seen);
  return { ...body, read: seen, unread: placed(leafPaths(value)).filter((path) => !known.has(path)) };
}

function headersOf(headers: WebhookRequest['headers'], using: Replacer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const kept = value === undefined ? undefined : using.header(name, value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}
