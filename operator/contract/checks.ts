import type { WebhookRequest } from '../../lambda/conversation/ports/platform';
import type { ErrorCode } from '../../lambda/errors';
import type { Fault } from '../../simulator/platforms/faults';
import type { PlatformTraits } from './harness';
import {
  ANNA,
  BERT,
  deadlineFor,
  eventually,
  failsWith,
  failure,
  must,
  PRIVATE,
  PROMPT_MS,
  type Stage,
  shown,
} from './stage';

/** What a check needs of the fake of a vendor, beside a bot that answers. */
export type Need = 'vendor' | 'several' | 'choices' | 'faults' | 'forgetting' | 'waiting' | 'connections' | 'calls';

/** One thing that every platform must do, whoever the vendor is. */
export interface Check {
  readonly name: string;
  readonly needs: readonly Need[];
  /** Rejects where it does not hold. */
  hold(stage: Stage): Promise<void>;
}

const FAULTS: readonly (readonly [Fault, ErrorCode])[] = [
  [400, 'ALOUD_PLATFORM_REJECTED'],
  [422, 'ALOUD_PLATFORM_REJECTED'],
  [429, 'ALOUD_PLATFORM_RATE_LIMITED'],
  [500, 'ALOUD_PLATFORM_FAILED'],
  [503, 'ALOUD_PLATFORM_FAILED'],
  ['reset', 'ALOUD_PLATFORM_UNREACHABLE'],
  ['garbage', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['half', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['half-chunked', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['huge', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['not-json', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['html', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['html-502', 'ALOUD_PLATFORM_FAILED'],
  ['hang', 'ALOUD_PLATFORM_TIMEOUT'],
  ['drip', 'ALOUD_PLATFORM_TIMEOUT'],
];

const OPENING_FAULTS: typeof FAULTS = [
  [401, 'ALOUD_PLATFORM_UNAUTHORIZED'],
  [403, 'ALOUD_PLATFORM_UNAUTHORIZED'],
  [404, 'ALOUD_PLATFORM_NOT_FOUND'],
  ...FAULTS,
];

/** What every platform must do. */
export function platformChecks({ forgets, goneStatuses, opensSilently = false }: PlatformTraits): readonly Check[] {
  const isGone = (fault: Fault) => typeof fault === 'number' && goneStatuses.includes(fault);
  return [
    ...TALKING,
    ...(forgets ? [FORGETTING] : []),
    ...goneStatuses.map(goneBy),
    ...FAULTS.filter(([fault]) => !isGone(fault)).map(sendFault),
    ...OPENING_FAULTS.filter(([fault]) => !opensSilently && (!isGone(fault) || forgets)).map(openFault),
    ...ENDING,
    reports(opensSilently ? 1 : 2),
  ];
}

const TALKING: readonly Check[] = [
  check('puts a text to the bot and brings its answer', [], async ({ begin, answers, tell, heard }) => {
    const thread = await begin(ANNA);
    await answers(thread, 'Grüße 😀 "quoted" \\ {{text}}');
    must(heard.length === 1, `the bot was told ${heard.length} things for one`);
    const [message] = await tell(thread, 'hello');
    must(message?.from.kind === 'bot', 'a message of the bot is not from the bot');
  }),
  check('keeps several messages in order, each with an id of its own', ['several'], async ({ begin, tell }) => {
    const messages = await tell(await begin(ANNA), 'three');
    const texts = messages.map(({ text }) => text).join();
    must(texts === 'one,two,two', `"one,two,two" was said, and "${texts}" came`);
    must(new Set(messages.map(({ id }) => id)).size === 3, 'several messages have one id');
  }),
  check('takes silence for an answer', [], async ({ begin, tell }) => {
    const messages = await tell(await begin(ANNA), 'nothing');
    must(messages.length === 0, `the bot said nothing, and ${shown(messages[0])} came`);
  }),
  check("sends a picked choice as the vendor's own option", ['choices'], async ({ begin, tell, send }) => {
    const thread = await begin(ANNA);
    const [message] = await tell(thread, 'choose');
    const labels = message?.choices.map(({ label }) => label).join();
    must(
      labels === 'Tea & "milk" ☕,Coffee',
      `two choices were offered, and the labels that came are "${labels ?? ''}"`,
    );
    const [choice] = message?.choices ?? [];
    must(choice !== undefined, 'no choice came');
    // The choice comes back out of the store.
    const [reply] = await send(thread, { kind: 'choice', choice: JSON.parse(JSON.stringify(choice)) });
    must(
      reply?.text === 'You said Tea & "milk" ☕',
      `the first choice was picked, and the bot answered ${shown(reply)}`,
    );
  }),
  check('starts a conversation and carries on', [], async ({ begin, send, answers }) => {
    const thread = await begin(ANNA);
    await send(thread, { kind: 'start' });
    await answers(thread, 'hello');
  }),
  check('opens the same user again without harm', [], async ({ begin, tell, heard, firstInput }) => {
    const before = await begin(ANNA);
    await tell(before, 'first');
    const after = await begin(ANNA);
    await tell(after, 'second');
    await tell(before, 'third');
    const said = heard.map((one) => one.said).join();
    must(said === 'first,second,third', `"first,second,third" was said, and the bot heard "${said}"`);
    const users = new Set(heard.map(({ user }) => user)).size;
    must(firstInput !== undefined || users === 1, 'one user became several to the bot');
  }),
  check('has threads that survive being stored', [], async ({ begin, answers }) => {
    await answers(JSON.parse(JSON.stringify(await begin(ANNA))), 'hello');
  }),
  check('never mixes two users', [], async ({ begin, answers, heard }) => {
    const threads = await Promise.all([ANNA, BERT].map((user) => begin(user)));
    const talks = threads.map(async (thread, index) => {
      for (let turn = 0; turn < 10; turn++) await answers(thread, `${index}-${turn}`);
    });
    await Promise.all(talks);
    const pairs = new Set(heard.map(({ user, said }) => `${user} ${said.split('-', 1)[0]}`));
    const users = new Set(heard.map(({ user }) => user));
    must(pairs.size === 2 && users.size === 2, 'the bot cannot tell two users apart');
  }),
  check('says of a stored thread that it cannot read that it is gone', 'nothing', async ({ send, heard }) => {
    for (const thread of [{}, { webchatId: 7, user: {} }, { webchatId: 'a\r\nb', user: [] }]) {
      await failsWith('ALOUD_PLATFORM_THREAD_GONE', send(thread, { kind: 'text', text: PRIVATE }));
    }
    must(heard.length === 0, 'the bot was told something all the same');
  }),
  check('answers any call of its webhook without throwing', 'nothing', async ({ platform }) => {
    for (const request of STRANGE) {
      const received = platform.receive(request);
      const isRead = 'refused' in received || Array.isArray(received.events);
      must(isRead, `it makes nothing of a ${request.method} with ${JSON.stringify(request.body.slice(0, 20))}`);
    }
  }),
];

const STRANGE: readonly WebhookRequest[] = [
  ...['', '{', '[]', 'null', '"text"', '{}', '{"user":null,"message":[]}', `{"a":"${'x'.repeat(10_000)}"}`].map(posted),
  { method: 'GET', headers: {}, query: new URLSearchParams('a=b'), body: '' },
];

function posted(body: string): WebhookRequest {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, query: new URLSearchParams(), body };
}

const FORGETTING = check(
  'says that a forgotten thread is gone, and opens it again',
  ['forgetting'],
  async ({ begin, forget, tell, heard, answers }) => {
    const thread = await begin(ANNA);
    forget();
    await failsWith('ALOUD_PLATFORM_THREAD_GONE', tell(thread, PRIVATE));
    must(heard.length === 0, 'the bot was told something all the same');
    await answers(await begin(ANNA), 'hello');
  },
);

function goneBy(status: number): Check {
  return check(`takes ${status} to a send for a thread that is gone`, ['faults'], async ({ begin, fail, tell }) => {
    const thread = await begin(ANNA);
    fail('send', status);
    await failsWith('ALOUD_PLATFORM_THREAD_GONE', tell(thread, PRIVATE));
  });
}

function sendFault([fault, code]: (typeof FAULTS)[number]): Check {
  const name = `turns ${fault} in answer to a send into ${code}, sends once, and recovers`;
  return check(name, ['faults'], async ({ begin, fail, tell, keepsQuiet, calls, platform, answers, heard }) => {
    const thread = await begin(ANNA);
    fail('send', fault);
    keepsQuiet(await failsWith(code, tell(thread, PRIVATE, deadlineFor(code))));
    const last = calls.at(-1);
    const isTold = last?.platform === platform.name && last.operation === 'send' && last.outcome === code;
    must(calls.length === 0 || isTold, 'what was reported of the call is something else');
    await answers(thread, 'again');
    const once = typeof fault === 'number' ? '' : `${PRIVATE},`;
    const said = heard.map((one) => one.said).join();
    must(said === `${once}again`, `the bot was to hear "${once}again", and heard "${said}"`);
  });
}

function openFault([fault, code]: (typeof FAULTS)[number]): Check {
  const name = `turns ${fault} in answer to an opening into ${code}, and recovers`;
  return check(name, ['faults'], async ({ begin, fail, keepsQuiet, answers }) => {
    fail('open', fault);
    keepsQuiet(await failsWith(code, begin(ANNA, deadlineFor(code))));
    await answers(await begin(ANNA), 'hello');
  });
}

const ENDING: readonly Check[] = [
  check('ends at the signal, and hangs up', ['faults', 'waiting'], async ({ begin, fail, tell, heard, waiting }) => {
    const thread = await begin(ANNA);
    fail('send', 'hang');
    const deadline = new AbortController();
    const sent = failsWith('ALOUD_PLATFORM_TIMEOUT', tell(thread, PRIVATE, deadline.signal));
    await eventually(() => heard.length === 1, 'the bot was not told within three seconds');
    const aborted = performance.now();
    deadline.abort();
    await sent;
    must(performance.now() - aborted < PROMPT_MS, 'it goes on when the signal has fired');
    await eventually(() => waiting() === 0, 'the call is still open when the signal has fired: hand the signal on');
  }),
  check('sends nothing once the signal has fired', [], async ({ begin, tell, heard }) => {
    const thread = await begin(ANNA);
    await failsWith('ALOUD_PLATFORM_TIMEOUT', tell(thread, PRIVATE, AbortSignal.abort()));
    await tell(thread, 'later');
    const said = heard.map((one) => one.said).join();
    must(said === 'later', `"later" was to be heard, and "${said}" was`);
  }),
  check('says when the vendor cannot be reached', [], async ({ begin, stopVendor, tell, keepsQuiet }) => {
    const thread = await begin(ANNA);
    await stopVendor();
    keepsQuiet(await failsWith('ALOUD_PLATFORM_UNREACHABLE', tell(thread, PRIVATE)));
  }),
  check(
    'lets go of everything when it is closed',
    ['faults', 'connections'],
    async ({ begin, fail, tell, heard, platform, connections }) => {
      const thread = await begin(ANNA);
      fail('send', 'hang');
      const running = failure(tell(thread, PRIVATE));
      await eventually(() => heard.length === 1, 'the bot was not told within three seconds');
      await platform.close();
      await running;
      await eventually(async () => (await connections()) === 0, 'connections stay open');
      await failure(tell(thread, 'too late'));
    },
  ),
];

function reports(least: number): Check {
  return check('reports each call', ['calls'], async ({ begin, tell, calls, platform }) => {
    await tell(await begin(ANNA), 'hello');
    must(calls.length >= least, `${calls.length} calls were reported`);
    must(
      calls.every(({ outcome, ms }) => outcome === 'ok' && ms > 0),
      'a call that went well is reported otherwise',
    );
    const last = calls.at(-1);
    must(last?.platform === platform.name && last.operation === 'send', 'a send is reported as something else');
  });
}

/** Nearly all need a vendor. */
function check(name: string, needs: readonly Need[] | 'nothing', hold: Check['hold']): Check {
  return { name, needs: needs === 'nothing' ? [] : ['vendor', ...needs], hold };
}
