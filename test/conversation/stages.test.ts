import { type Lap, startStopwatch } from '../../lambda/conversation/stopwatch';
import { AloudError } from '../../lambda/errors';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, command, type SayOptions, scriptedPlatform, startTalk, webhookPlatform } from '../support/talk';

type Talk = ReturnType<typeof startTalk>;
type Said = Parameters<Talk['say']>[0];

/** The stages of the last of some turns, each with the code of its error, where it has one. */
async function stagesOf(talk: Talk, ...said: readonly Said[]): Promise<readonly string[]> {
  let laps: readonly Lap[] = [];
  for (const input of said) {
    const stopwatch = startStopwatch();
    await talk.say(input, { stopwatch } satisfies SayOptions);
    laps = stopwatch.laps();
  }
  return laps.map(({ stage, error }) => (error === undefined ? stage : `${stage} ${error}`));
}

const store = () => openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
const tea = () => scriptedPlatform(({ kind }) => (kind === 'start' ? [] : [botMessage('Tea.', ['Milk', 'Lemon'])]));

test('a bot that answers at once is sent to, and not waited for', async () => {
  const talk = startTalk(tea().platform);
  expect(await stagesOf(talk, 'tea')).toEqual(['open', 'interpret', 'send', 'render', 'save']);
});

test('where nothing is put to the bot, nothing is sent', async () => {
  const talk = startTalk(tea().platform);
  expect(await stagesOf(talk, 'tea', command('repeat'))).toEqual(['open', 'interpret', 'render', 'save']);
});

test('a bot that answers by webhook is sent to, then waited for', async () => {
  const { platform } = webhookPlatform({}, () => void setImmediate(() => talk.bring('Tea.')));
  const talk = startTalk(platform);
  expect(await stagesOf(talk, 'tea')).toEqual(['open', 'interpret', 'send', 'wait', 'render', 'save']);
});

test('what goes wrong is told with the stage in which it did', async () => {
  const broken = scriptedPlatform(() => Promise.reject(new AloudError('ALOUD_PLATFORM_FAILED', 'HTTP 500')));
  expect(await stagesOf(startTalk(broken.platform), 'tea')).toContain('send ALOUD_PLATFORM_FAILED');

  const full = async () => {
    throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'the disk is full');
  };
  const talk = startTalk(tea().platform, { store: { ...store(), save: full } });
  expect(await stagesOf(talk, 'tea')).toContain('save ALOUD_STORE_UNAVAILABLE');
});

test('an answer that is made anew, as another turn was faster, shows with both saves', async () => {
  const disk = store();
  let losses = 1;
  const save: typeof disk.save = async (...args) => (losses-- > 0 ? false : disk.save(...args));
  const talk = startTalk(tea().platform, { store: { ...disk, save } });
  const stages = await stagesOf(talk, 'tea');
  expect(stages.slice(3)).toEqual(['render', 'save', 'open', 'render', 'save']);
});

test('the times of all stages make up the turn', async () => {
  let now = 0;
  const stopwatch = startStopwatch(() => now++);
  await startTalk(tea().platform).say('tea', { stopwatch });
  const { length } = stopwatch.laps();
  expect(Object.values(stopwatch.timings()).reduce((sum, ms) => sum + ms, 0)).toBe(length);
});
