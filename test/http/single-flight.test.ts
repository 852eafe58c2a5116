import { createSingleFlight } from '../../lambda/http/single-flight';

interface Call {
  readonly key: string;
  readonly signal: AbortSignal;
  resolve(value: string): void;
  reject(error: Error): void;
}

function scene() {
  const calls: Call[] = [];
  const flight = createSingleFlight<string>(
    (key, signal) => new Promise((resolve, reject) => calls.push({ key, signal, resolve, reject })),
  );
  return { calls, flight };
}

test('who asks meanwhile shares the run, and who asks later begins another', async () => {
  const { calls, flight } = scene();
  const both = [flight.join('a'), flight.join('a')];
  calls[0]?.resolve('first');
  expect(await Promise.all(both)).toEqual(['first', 'first']);

  const later = flight.join('a');
  calls[1]?.resolve('second');
  expect(await later).toBe('second');
  expect(calls).toHaveLength(2);
});

test('a failure is shared, and kept for nobody', async () => {
  const { calls, flight } = scene();
  const both = Promise.allSettled([flight.join('a'), flight.join('a')]);
  calls[0]?.reject(new Error('broken'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(flight.isRunning('a')).toBe(false);

  const later = flight.join('a');
  calls[1]?.resolve('well');
  expect(await later).toBe('well');
});

test('each key has a run of its own', async () => {
  const { calls, flight } = scene();
  const runs = [flight.join('a'), flight.join('b')];
  expect(calls.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(flight.running()).toBe(2);
  for (const call of calls) call.resolve(call.key);
  expect(await Promise.all(runs)).toEqual(['a', 'b']);
  expect(flight.running()).toBe(0);
});

test('a signal ends the waiting of its own caller only', async () => {
  const { calls, flight } = scene();
  const impatient = new AbortController();
  const left = flight.join('a', impatient.signal);
  const stays = flight.join('a');
  impatient.abort();
  await expect(left).rejects.toThrow('no whole answer in time');
  expect(calls[0]?.signal.aborted).toBe(false);
  calls[0]?.resolve('there');
  expect(await stays).toBe('there');
});

test('what nobody waits for is ended, and the next caller begins anew', async () => {
  const { calls, flight } = scene();
  const impatient = new AbortController();
  const left = flight.join('a', impatient.signal);
  impatient.abort();
  await expect(left).rejects.toThrow('no whole answer in time');
  expect(calls[0]?.signal.aborted).toBe(true);

  const next = flight.join('a');
  calls[0]?.reject(new Error('ended'));
  expect(flight.isRunning('a')).toBe(true);
  calls[1]?.resolve('anew');
  expect(await next).toBe('anew');
});

test('nothing is begun for who is too late already', async () => {
  const { calls, flight } = scene();
  await expect(flight.join('a', AbortSignal.abort())).rejects.toThrow('no whole answer in time');
  expect(calls).toHaveLength(0);
});
