import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { recordChoices } from '../../operator/chat/recorded-choices';

const folder = mkdtempSync(join(tmpdir(), 'aloud-choices-'));
const path = join(folder, 'business.choices.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

test('what the bot offered is kept, each once, beside what earlier conversations and the owner left', () => {
  const first = recordChoices(path);
  first.add(['Book: a visit', ' Refill ', '']);
  first.add(['Refill']);
  expect(first.save()).toBe(2);
  const kept = readFileSync(path, 'utf8');
  expect(parse(kept)).toEqual({ choices: ['Book: a visit', 'Refill'] });
  expect(kept).toMatch(/^# What the bot has offered/);

  writeFileSync(path, 'choices:\n  - Refill\n  - Mine\n');
  const second = recordChoices(path);
  second.add(['Refill', 'Nurse']);
  expect(second.save()).toBe(1);
  expect(parse(readFileSync(path, 'utf8'))).toEqual({ choices: ['Refill', 'Mine', 'Nurse'] });
  expect(recordChoices(path).save()).toBe(0);
});
