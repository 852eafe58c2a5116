import { setImmediate as soon } from 'node:timers/promises';
import { createBackgroundCalls, NO_BACKGROUND_CALLS } from '../../lambda/conversation/background-calls';
import { AloudError } from '../../lambda/errors';

function background() {
  const told: string[] = [];
  const calls = createBackgroundCalls((error, where) => told.push(`${where}: ${(error as Error).message}`));
  return { calls, told };
}
function pending<T>() {
  let settle: { resolve(value: T): void; reject(error: unknown): void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, resolve: (value: T) => settle?.resolve(value), reject: (error: unknown) => settle?.reject(error) };
}
const never = { late: async () => {}, failed: async () => {} };

describe('a call', () => {
  test('that comes back in time is what it brings, or fails with', async () => {
    const { calls, told } = background();
    const { signal } = new AbortController();
    expect(await calls.run(async () => 'tea', signal, never)).toBe('tea');
    const failing = calls.run(() => Promise.reject(new Error('no tea')), signal, never);
    await expect(failing).rejects.toThrow('no tea');
    await calls.settled();
    expect(told).toEqual([]);
  });

  test('that the turn does not wait for goes on, and what it brings is kept', async () => {
    const { calls, told } = background();
    const turn = new AbortController();
    const tea = pending<string>();
    const late: string[] = [];
    const running = calls.run(() => tea.promise, turn.signal, {
      ...never,
      late: async (brought) => void late.push(brought),
    });
    turn.abort();
    await expect(running).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
    let isSettled = false;
    const settled = calls.settled().then(() => {
      isSettled = true;
    });
    await soon();
    expect([isSettled, late]).toEqual([false, []]);
    tea.resolve('tea');
    await settled;
    expect([late, told]).toEqual([['tea'], []]);
  });

  test('of a turn that is over already is not waited for', async () => {
    const { calls } = background();
    const running = calls.run(async () => 'tea', AbortSignal.abort(), never);
    await expect(running).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
    await calls.settled();
  });

  test('that fails after the turn is reported, and what was promised is put right', async () => {
    const { calls, told } = background();
    const turn = new AbortController();
    const tea = pending<string>();
    const codes: string[] = [];
    const failed = async ({ code }: AloudError) => void codes.push(code);
    const running = calls.run(() => tea.promise, turn.signal, { ...never, failed });
    turn.abort();
    await expect(running).rejects.toBeInstanceOf(AloudError);
    tea.reject(new AloudError('ALOUD_PLATFORM_REJECTED', 'no tea'));
    await calls.settled();
    expect([codes, told]).toEqual([['ALOUD_PLATFORM_REJECTED'], ['after the turn: no tea']]);
  });

  test('whose late answer cannot be kept is reported', async () => {
    const { calls, told } = background();
    const running = calls.run(async () => 'tea', AbortSignal.abort(), {
      ...never,
      late: () => Promise.reject(new Error('the disk is full')),
    });
    await expect(running).rejects.toBeInstanceOf(AloudError);
    await calls.settled();
    expect(told).toEqual(['after the turn: the disk is full']);
  });

  test('where nothing runs on ends with the turn', async () => {
    const { signal } = new AbortController();
    expect(NO_BACKGROUND_CALLS.runsOn).toBe(false);
    expect(await NO_BACKGROUND_CALLS.run(async (own) => own === signal, signal, never)).toBe(true);
    NO_BACKGROUND_CALLS.goOn('anne', () => Promise.reject(new Error('nothing goes on')));
    await NO_BACKGROUND_CALLS.settled();
  });
});

describe('work that goes on after a turn', () => {
  test('is told to stop by newer work of its name, by name, and at the end', async () => {
    const { calls } = background();
    const stopped: string[] = [];
    const work = (name: string) => (stop: AbortSignal) =>
      new Promise<void>((resolve) => {
        stop.addEventListener('abort', () => {
          stopped.push(name);
          resolve();
        });
      });
    calls.goOn('anne', work('anne 1'));
    calls.goOn('bert', work('bert'));
    expect(stopped).toEqual([]);
    calls.goOn('anne', work('anne 2'));
    expect(stopped).toEqual(['anne 1']);
    await soon();
    calls.stop('bert');
    expect(stopped).toEqual(['anne 1', 'bert']);
    calls.stop('bert');
    await calls.settled();
    expect(stopped).toEqual(['anne 1', 'bert', 'anne 2']);
  });

  test('that fails is reported', async () => {
    const { calls, told } = background();
    calls.goOn('anne', () => Promise.reject(new Error('no tea')));
    await calls.settled();
    expect(told).toEqual(['after the turn: no tea']);
  });

  test('is waited for in the end, however long it takes to stop', async () => {
    const { calls } = background();
    const tea = pending<void>();
    calls.goOn('anne', () => tea.promise);
    let isSettled = false;
    const settled = calls.settled().then(() => {
      isSettled = true;
    });
    await soon();
    expect(isSettled).toBe(false);
    tea.resolve();
    await settled;
  });
});
