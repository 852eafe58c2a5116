import { openDocument } from '../../lambda/conversation/document';
import type { Store } from '../../lambda/conversation/ports/store';
import { openSqlite } from '../../lambda/store/sqlite';

const IDENTITY = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };

async function open(amend: (disk: Store) => Partial<Store> = () => ({})) {
  const disk = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
  const trips = { count: 0 };
  const onTrip = () => void trips.count++;
  const document = await openDocument({ ...disk, ...amend(disk) }, 'anne', IDENTITY, { onTrip });
  return { disk, document, trips };
}

const another = { turns: 7, said: [], rest: [], outbox: [] };

test('a turn that saves twice reads nothing again where nobody else has saved', async () => {
  const { document, trips, disk } = await open();
  await document.update((conversation) => ({ conversation: { ...conversation, turns: 1 } }));
  await document.update((conversation) => ({ conversation: { ...conversation, turns: conversation.turns + 1 } }));
  expect(trips.count).toBe(3);
  expect(document.isShared).toBe(false);
  expect((await disk.find('anne'))?.conversation.turns).toBe(2);
});

test('what another turn saved in between is kept, and known', async () => {
  const { document, disk } = await open();
  const before = await disk.find('anne');
  await disk.save('anne', another, before?.version ?? 0);
  await document.update((conversation) => ({ conversation: { ...conversation, turns: conversation.turns + 1 } }));
  expect(document.isShared).toBe(true);
  expect(document.conversation.turns).toBe(8);
});

test('who was erased during the turn is not made anew', async () => {
  const { document, disk } = await open();
  await disk.erase('anne');
  const saving = document.update(() => ({ conversation: another }));
  await expect(saving).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
  expect(await disk.find('anne')).toBeUndefined();
});

test('a turn that others keep getting ahead of gives up', async () => {
  let tries = 0;
  const { document } = await open((disk) => ({
    save: async (...args) => (++tries > 100 ? disk.save(...args) : false),
  }));
  const saving = document.update(() => ({ conversation: another }));
  await expect(saving).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
});
