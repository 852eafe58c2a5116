import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { takeDescriptors } from '../../chaos/limits';

const descriptorsOf = (pid: number | 'self') =>
  /^Max open files\s+(\w+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1];

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a process whose descriptors were taken twice has all of them again once both are given back', async () => {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  const pid = child.pid as number;
  const [first, second] = [takeDescriptors(pid), takeDescriptors(pid)];
  expect(Number(descriptorsOf(pid))).toBeLessThan(Number(descriptorsOf('self')));
  first();
  second();
  expect(descriptorsOf(pid)).toBe(descriptorsOf('self'));
  child.kill();
});
