import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { takeDescriptors } from '../../chaos/limits';

/** `undefined` where the system is not Linux, which alone can take any away. */
function descriptorsOf(pid: number | 'self'): string | undefined {
  const file = `/proc/${pid}/limits`;
  return existsSync(file) ? /^Max open files\s+(\w+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}

test('a process whose descriptors were taken twice has all of them again once both are given back', async () => {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  const pid = child.pid as number;
  const [first, second] = [takeDescriptors(pid), takeDescriptors(pid)];
  expect(Number(descriptorsOf(pid) ?? 0)).toBeLessThan(Number(descriptorsOf('self') ?? 1));
  first();
  second();
  expect(descriptorsOf(pid)).toBe(descriptorsOf('self'));
  child.kill();
});
