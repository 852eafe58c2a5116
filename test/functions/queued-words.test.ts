import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeQueuedWords } from './queued-words';

describe('queued words on AWS Lambda, on SQLite', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  describeQueuedWords(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aloud-words-'));
    folders.push(folder);
    return `sqlite:${join(folder, 'aloud.db')}`;
  });
});
