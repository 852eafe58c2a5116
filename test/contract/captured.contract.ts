import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Captured, toldBy } from '../../lambda/capture/entry';
import { createRecording } from '../../lambda/capture/record';
import type { Recorder } from '../../lambda/capture/recorder';
import { watching } from '../../lambda/capture/watch';
import type { Platform, WebhookRequest } from '../../lambda/conversation/ports/platform';
import type { CapturedFixture } from '../../operator/capture/fixture';

/** What a fixture of a platform is tried on. */
export interface CapturedHarness {
  /** The platform's adapter, whose vendor answers at this address. */
  create(baseUrl: string, recorder: Recorder): Platform;
  /** By their variables: the fixture names them where their values stood. */
  readonly settings: Readonly<Record<string, string>>;
  /** Proves a webhook anew, where its proof is made of what was replaced. */
  sign?(body: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
}

type Kind<K extends Captured['kind']> = Extract<Captured, { readonly kind: K }>;

/** Whether the adapter still reads, of what a vendor really sent, what it read when that was captured. */
export async function replay({ exchanges }: CapturedFixture, harness: CapturedHarness): Promise<readonly Outcome[]> {
  const calls = exchanges.filter((one): one is Kind<'call'> => one.kind === 'call' && one.status !== undefined);
  const webhooks = exchanges.filter((one): one is Kind<'webhook'> => one.kind === 'webhook');
  return [...(await replayCalls(calls, harness)), ...webhooks.map((webhook) => replayWebhook(webhook, harness))];
}

/** What was made of something, then and now. */
export interface Outcome {
  readonly before: unknown;
  readonly now: unknown;
}

const ANNA = { key: '0123456789abcdef0123456789abcdef', locale: 'en-US' };

/** The calls of one conversation from its beginning, each answered as it was then. */
async function replayCalls(calls: readonly Kind<'call'>[], harness: CapturedHarness): Promise<Outcome[]> {
  const recorded: Kind<'call'>[] = [];
  const left = [...calls];
  const server = createServer((request, response) => {
    const call = left.shift();
    request.resume().once('end', () => {
      response.writeHead(call?.status ?? 500, { 'content-type': 'application/json' });
      response.end(call?.answered ? textOf(call.answered.value, harness) : '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recorder = recorderInto((captured) => captured.kind === 'call' && recorded.push(captured));
  const platform = harness.create(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, recorder);
  try {
    const { signal } = new AbortController();
    let thread = await platform.open(ANNA, signal);
    for (let first = platform.greetsFirst ?? false; left.length > 0; first = false) {
      const input = first ? ({ kind: 'start' } as const) : ({ kind: 'text', text: 'hello' } as const);
      const before = left.length;
      thread = await platform.send(thread, input, signal).then(
        (sent) => sent.thread,
        () => thread,
      );
      if (left.length === before) break;
    }
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    await platform.close();
    server.closeAllConnections();
    server.close();
  }
  return calls.map((call, at) => ({ before: gistOf(call), now: gistOf(recorded[at]) }));
}

function gistOf(call: Kind<'call'> | undefined) {
  return call && { operation: call.operation, outcome: call.outcome, ...readsOf(call.answered) };
}

function readsOf(body: Captured['sent']) {
  return { read: body?.read?.toSorted(), unread: body?.unread?.toSorted() };
}

function replayWebhook(webhook: Kind<'webhook'>, harness: CapturedHarness): Outcome {
  const seen: Kind<'webhook'>[] = [];
  const recorder = recorderInto((captured) => captured.kind === 'webhook' && seen.push(captured));
  const platform = harness.create('http://127.0.0.1:9', recorder);
  const value = webhook.sent?.value;
  const body = value === undefined ? '' : textOf(value, harness);
  const signed = harness.sign && typeof value === 'object' ? harness.sign(JSON.parse(body)) : {};
  const request: WebhookRequest = {
    method: webhook.method === 'GET' ? 'GET' : 'POST',
    headers: { ...JSON.parse(textOf(webhook.headers, harness)), ...signed },
    query: new URLSearchParams(webhook.query),
    body,
  };
  const received = platform.receive(request);
  recorder.webhook(platform, request, received);
  return {
    before: { told: webhook.told, ...readsOf(webhook.sent) },
    now: { told: toldBy(received), ...readsOf(seen[0]?.sent) },
  };
}

function recorderInto(keep: (captured: Captured) => unknown): Recorder {
  const state = { id: '1', salt: 'salt', since: 0, until: 1, words: true };
  return {
    isOn: true,
    ...createRecording({ state, secrets: [], now: Date.now, watching, keep: (one) => void keep(one) }),
  };
}

/** JSON in which the settings have their values again. */
function textOf(value: unknown, { settings }: CapturedHarness): string {
  return Object.entries(settings).reduce(
    (text, [name, setting]) => text.replaceAll(`<${name}>`, () => JSON.stringify(setting).slice(1, -1)),
    JSON.stringify(value),
  );
}
