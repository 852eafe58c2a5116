import { createUnmatchedNotes } from '../lambda/app/unmatched';
import type { Unmatched } from '../lambda/conversation/ports/usage-store';
import { AloudError } from '../lambda/errors';

const said = (words: string): Unmatched => ({ said: words, offered: ['Lion'], outcome: 'sent' });

function stage() {
  const kept: [string, readonly string[], number][] = [];
  const state = { isBroken: false };
  const notes = createUnmatchedNotes({
    async keepUnmatched(skill, unmatched, days) {
      if (state.isBroken) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'locked');
      kept.push([skill, unmatched.map((one) => one.said), days]);
    },
    unmatched: async () => ({ unmatched: [], sealed: 0 }),
  });
  return { notes, kept, state };
}

test('without the setting nothing is noted', async () => {
  const { notes, kept } = stage();
  expect(notes.of('default', undefined)).toBeUndefined();
  await notes.flush();
  expect(kept).toEqual([]);
});

test('each skill keeps its own, written once', async () => {
  const { notes, kept } = stage();
  notes.of('default', 3)?.(said('zebra'));
  notes.of('default', 3)?.(said('gnu'));
  notes.of('other', 7)?.(said('emu'));
  await notes.flush();
  await notes.flush();
  expect(kept).toEqual([
    ['default', ['gnu', 'zebra'], 3],
    ['other', ['emu'], 7],
  ]);
});

test('what cannot be written is written later, the newest of it', async () => {
  const { notes, kept, state } = stage();
  state.isBroken = true;
  const note = notes.of('default', 3);
  for (let at = 0; at < 250; at++) note?.(said(`old ${at}`));
  await notes.flush();
  note?.(said('new'));
  await notes.flush();
  state.isBroken = false;
  await notes.flush();
  const [, all = []] = kept[0] ?? [];
  expect(all).toHaveLength(200);
  expect(all.slice(0, 2)).toEqual(['new', 'old 249']);
});
