import { generateKeyPairSync } from 'node:crypto';
import { createCertificateCache } from '../../../lambda/skill/verifier/certificate-cache';

const { publicKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-20T10:00:00Z');

/** A cache over a source whose answers are held back until they are let go. */
function setUp({ notBefore = START - HOUR_MS, notAfter = START + 1000 * HOUR_MS } = {}) {
  const clock = { now: START };
  const loaded: string[] = [];
  const waiting: (() => void)[] = [];
  const source = { held: false, down: false };

  const cache = createCertificateCache(
    async (url) => {
      loaded.push(url);
      if (source.held) await new Promise<void>((settle) => waiting.push(settle));
      if (source.down) throw new Error('out of reach');
      return { key, notBefore, notAfter };
    },
    () => clock.now,
  );
  return {
    cache,
    clock,
    loaded,
    source,
    release() {
      source.held = false;
      for (const settle of waiting.splice(0)) settle();
    },
    /** What the verifier does with a request that Alexa has signed. */
    async prove(url: string) {
      cache.keep(url, await cache.get(url));
    },
  };
}

const urls = (count: number) => Array.from({ length: count }, (_, i) => `https://s3.amazonaws.com/echo.api/${i}.pem`);

test('callers who ask at the same time share one load', async () => {
  const { cache, loaded, source, release } = setUp();
  source.held = true;
  const asked = Array.from({ length: 20 }, () => cache.get('a'));
  release();
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  expect(loaded).toEqual(['a']);
});

test('a certificate that has proved itself is kept for 24 hours', async () => {
  const { prove, clock, loaded } = setUp();
  await prove('a');
  clock.now += 23 * HOUR_MS;
  await prove('a');
  expect(loaded).toEqual(['a']);
  clock.now += HOUR_MS;
  await prove('a');
  expect(loaded).toEqual(['a', 'a']);
});

test('but no longer than it is valid', async () => {
  const { prove, clock, loaded } = setUp({ notAfter: START + HOUR_MS });
  await prove('a');
  clock.now += HOUR_MS;
  await prove('a');
  expect(loaded).toEqual(['a', 'a']);
});

test('from the first moment on', async () => {
  const { prove, loaded } = setUp({ notBefore: START });
  await prove('a');
  await prove('a');
  expect(loaded).toEqual(['a']);
});

test('nor before, when the clock is set back', async () => {
  const { prove, clock, loaded } = setUp();
  await prove('a');
  clock.now -= 2 * HOUR_MS;
  await prove('a');
  expect(loaded).toEqual(['a', 'a']);
});

test('a failed load is forgotten at once', async () => {
  const { cache, source, loaded } = setUp();
  source.down = true;
  const results = await Promise.allSettled([cache.get('a'), cache.get('a')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  source.down = false;
  await expect(cache.get('a')).resolves.toMatchObject({ key });
  expect(loaded).toEqual(['a', 'a']);
});

test('a thousand names at once load sixteen; the rest is refused', async () => {
  const { cache, source, release, loaded } = setUp();
  source.held = true;
  const asked = Promise.allSettled(urls(1000).map((url) => cache.get(url)));
  release();
  const refused = (await asked).filter(({ status }) => status === 'rejected');
  expect(loaded).toHaveLength(16);
  expect(refused).toHaveLength(984);
  expect(refused[0]).toMatchObject({ reason: { reason: 'certificate_fetch' } });
});

test('a thousand valid certificates that prove nothing push out none that has', async () => {
  const { cache, prove, loaded } = setUp();
  await prove('in use');
  for (const url of urls(1000)) await cache.get(url);
  await prove('in use');
  expect(loaded.filter((url) => url === 'in use')).toHaveLength(1);
});

test('nor are they kept', async () => {
  const { cache, loaded } = setUp();
  await cache.get('a');
  await cache.get('a');
  expect(loaded).toEqual(['a', 'a']);
});

test('of those that have proved themselves, the eight used last are kept', async () => {
  const { prove, loaded } = setUp();
  const [first = '', second = '', ...others] = urls(9);
  for (const url of [first, second, ...others.slice(0, 6), first, others[6] ?? '']) await prove(url);
  expect(loaded).toHaveLength(9);
  await prove(first);
  expect(loaded).toHaveLength(9);
  await prove(second);
  expect(loaded).toHaveLength(10);
});

test('a flood does not keep a certificate that was in use from being loaded again', async () => {
  const { cache, prove, clock, source, release, loaded } = setUp();
  await prove('in use');
  clock.now += 25 * HOUR_MS;
  source.held = true;
  const flood = Promise.allSettled(urls(100).map((url) => cache.get(url)));
  const renewed = cache.get('in use');
  release();
  await expect(renewed).resolves.toMatchObject({ key });
  await flood;
  expect(loaded.filter((url) => url === 'in use')).toHaveLength(2);
});
