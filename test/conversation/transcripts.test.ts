import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, readTranscripts } from './transcripts';

const FILE = join(__dirname, 'transcripts.en.txt');
const transcripts = readTranscripts(readFileSync(FILE, 'utf8'));

// `WRITE_TRANSCRIPTS=1` writes down what comes of the inputs now: what differs is to be read before it is kept.
if (process.env.WRITE_TRANSCRIPTS) {
  test('written', async () => {
    const all: string[] = [];
    for (const one of transcripts) all.push(`# ${one.title}\n${(await carryOut(one)).join('\n')}\n`);
    writeFileSync(FILE, all.join('\n'));
  }, 120_000);
} else {
  test.each(transcripts.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect((await carryOut(one)).join('\n')).toBe(one.lines.join('\n'));
  });
}
