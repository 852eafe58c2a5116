import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAnsweredRequests, fingerprintOf } from '../../lambda/skill/answered-requests';

test('what is asked again while it is answered, and after it, is answered once', async () => {
  const answered = createAnsweredRequests<number>();
  let count = 0;
  const answer = async () => ++count;
  expect(await Promise.all([answered.once('a', answer), answered.once('a', answer)])).toEqual([1, 1]);
  expect([await answered.once('a', answer), await answered.once('b', answer)]).toEqual([1, 2]);
});

test('what fails is asked anew', async () => {
  const answered = createAnsweredRequests<string>();
  await expect(answered.once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await answered.once('a', async () => 'yes')).toBe('yes');
});

test('nothing is kept for long, nor too much', async () => {
  const answered = createAnsweredRequests<number>(30);
  let count = 0;
  const answer = async () => ++count;
  await answered.once('a', answer);
  await delay(100);
  expect(await answered.once('a', answer)).toBe(2);
  const many = createAnsweredRequests<number>();
  for (let index = 0; index < 501; index++) await many.once(String(index), answer);
  const before = count;
  await many.once('500', answer);
  expect(count).toBe(before);
  await many.once('0', answer);
  expect(count).toBe(before + 1);
});

test('whatever a request is made of tells it apart', () => {
  const one = fingerprintOf('key', 'id', '2026-11-20T10:00:00Z', undefined, { kind: 'words', text: 'a' });
  expect(fingerprintOf('key', 'id', '2026-11-20T10:00:00Z', undefined, { kind: 'words', text: 'b' })).not.toBe(one);
  expect(fingerprintOf('key', 'id', '2026-11-20T10:00:01Z', undefined, { kind: 'words', text: 'a' })).not.toBe(one);
  expect(one).toMatch(/^[\w-]{12}$/);
});

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // It is of the whole process, and a code cache is of the flags under which it was made.
  setFlagsFromString('--no-expose-gc');
  return collect;
}

test('what was dropped to make room is held by nothing', async () => {
  const collect = collector();
  const answered = createAnsweredRequests<object>();
  let first: object | undefined = {};
  const dropped = new WeakRef(first);
  await answered.once('first', async () => dropped.deref() as object);
  first = undefined;
  for (let index = 0; index < 500; index++) await answered.once(String(index), async () => ({}));
  await delay(1);
  collect();
  expect(dropped.deref()).toBeUndefined();
});

test('what a server that is gone has answered is held by nothing', async () => {
  const collect = collector();
  let answer: object | undefined = {};
  const gone = new WeakRef(answer);
  await createAnsweredRequests<object>().once('a', async () => gone.deref() as object);
  answer = undefined;
  await delay(1);
  collect();
  expect(gone.deref()).toBeUndefined();
});
