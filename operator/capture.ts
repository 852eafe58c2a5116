import type { Config } from '../lambda/app/config';
import type { Captured, CaptureState } from '../lambda/capture/entry';
import type { Store } from '../lambda/conversation/ports/store';
import { begin, minutesOf } from './capture/begin';
import { fixtureOf, writeFixture } from './capture/fixture';
import { show } from './capture/show';
import { type Call, EXIT, type Exit, isOn, type Run, textOf } from './command';
import { keysOfUser, openStore } from './erase';
import { configOf, ofOneSkill } from './own-skill';
import { OperatorProblem, told } from './problem';
import type { Screen } from './screen';

/** `aloud capture` */
export const run: Run = ofOneSkill((call) =>
  told(call.screen, async () => {
    const config = configOf(call);
    const store = openStore(config);
    try {
      return await capture(call, config, store);
    } finally {
      await store.close();
    }
  }),
);

async function capture({ options, screen, skill }: Call, config: Config, store: Store): Promise<Exit> {
  const isJson = isOn(options, 'json');
  await refuseOthers(store, skill?.own.name);
  const say = (text: string, value: object) => screen.print(isJson ? JSON.stringify(value) : text);
  if (isOn(options, 'off')) {
    await store.endCapture();
    say('The capture is over, and what it kept is deleted.', { capture: 'off' });
    return EXIT.good;
  }
  const file = textOf(options, 'fixture');
  if (isOn(options, 'show') || file !== undefined) return look(file, isJson, store, screen);

  const minutes = minutesOf(textOf(options, 'minutes'));
  const words = isOn(options, 'words');
  const keys = keysOf(textOf(options, 'user'), config);
  const state = await begin(
    store,
    { minutes, words, ...(keys && { keys }), ...(skill && { skill: skill.own.name }) },
    Date.now(),
  );
  if (words)
    screen.note('With --words what people and the bot say is kept as it is: tell them, and delete it soon (--off).');
  const until = new Date(state.until).toISOString();
  say(
    [
      `Captures ${keys ? 'the calls and webhooks of this user' : 'all calls and webhooks'}${skill ? ` of ${skill.own.name}` : ''} until ${until}, from at most 15 seconds from now.`,
      'Talk to the bot, then: aloud capture --show. To end and delete it: aloud capture --off.',
      'It ends by itself, and is deleted a day later, or when any user is erased.',
    ].join('\n'),
    { capture: 'on', until, words, user: keys !== undefined },
  );
  return EXIT.good;
}

/** There is one capture at a time: what another skill's has kept is not deleted, or shown, by the way. */
async function refuseOthers(store: Store, skill: string | undefined): Promise<void> {
  const asked = await store.capture();
  if (skill === undefined || asked === undefined) return;
  const { skill: other } = JSON.parse(asked) as CaptureState;
  if (other === undefined || other === skill) return;
  throw new OperatorProblem([
    `A capture of the skill ${other} is kept: end it first, with  aloud capture --off --skill ${other}`,
  ]);
}

function keysOf(user: string | undefined, config: Config): readonly string[] | undefined {
  if (user === undefined) return undefined;
  const keys = keysOfUser(user);
  if (keys) return keys(config);
  throw new OperatorProblem([
    '--user takes the id that the bot platform shows (32 characters, 0-9 and a-f), or an Alexa user id (amzn1.ask.account...).',
  ]);
}

async function look(file: string | undefined, isJson: boolean, store: Store, screen: Screen): Promise<Exit> {
  const [asked, entries] = await Promise.all([store.capture(), store.captured()]);
  const captured: Captured[] = entries.map((entry) => JSON.parse(entry));
  captured.sort((one, other) => one.at - other.at);
  if (captured.length === 0) {
    if (isJson) screen.print('[]');
    screen.note(asked ? 'Nothing has come yet.' : 'No capture is on, and none was: aloud capture begins one.');
    return EXIT.nothing;
  }
  if (file !== undefined) {
    const fixture = fixtureOf(captured);
    writeFixture(file, fixture);
    screen.note(
      `${fixture.exchanges.length} calls and webhooks of ${fixture.platform} are in ${file}. Look through it before you give it away.`,
    );
    if (!isJson) return EXIT.good;
  }
  screen.print(isJson ? JSON.stringify(captured) : show(captured, screen));
  if (asked && (JSON.parse(asked) as CaptureState).until > Date.now()) screen.note('The capture goes on.');
  return EXIT.good;
}
