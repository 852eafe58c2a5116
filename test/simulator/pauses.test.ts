import { createPauses } from '../../simulator/pauses';

test('any number wait, all end with the server, and nobody is warned of them', async () => {
  const warnings: string[] = [];
  const listen = ({ name }: Error) => warnings.push(name);
  process.on('warning', listen);
  const pauses = createPauses();
  await pauses.wait(1);
  const waiting = Array.from({ length: 50 }, () => pauses.wait(60_000));
  pauses.close();
  const ends = await Promise.allSettled([...waiting, pauses.wait(60_000)]);
  process.off('warning', listen);
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
  expect(warnings).toEqual([]);
});
