import type { Database } from 'libsql';
import { CAPTURE_LIMITS } from '../../conversation/ports/capture-store';

/** The one capture: row 0 says what was asked for, the others are what was kept. */
export function createCaptureTable(db: Database) {
  const state = db.prepare('SELECT text FROM capture WHERE seq = 0 AND expires > ?');
  const begin = db.prepare('INSERT INTO capture (seq, text, expires) VALUES (0, ?, ?)');
  const keep = db.prepare(
    'INSERT INTO capture (text) SELECT ? WHERE EXISTS (SELECT 1 FROM capture WHERE seq = 0 AND text = ? AND expires > ?)',
  );
  const trim = db.prepare(
    `DELETE FROM capture WHERE seq IN (
       SELECT seq FROM (
         SELECT seq, row_number() OVER newest AS place, sum(length(text)) OVER newest AS size
         FROM capture WHERE seq > 0 WINDOW newest AS (ORDER BY seq DESC)
       ) WHERE place > ? OR size > ?
     )`,
  );
  const all = db.prepare('SELECT text FROM capture WHERE seq > 0 ORDER BY seq');
  const end = db.prepare('DELETE FROM capture');
  const expired = db.prepare('SELECT 1 FROM capture WHERE seq = 0 AND expires <= ?');
  return {
    begin(text: string, expires: number): void {
      end.run();
      begin.run(text, expires);
    },
    state(now: number): string | undefined {
      return (state.get(now) as { readonly text: string } | undefined)?.text;
    },
    keep(text: string, entry: string, now: number): void {
      keep.run(entry, text, now);
      trim.run(CAPTURE_LIMITS.entries, CAPTURE_LIMITS.chars);
    },
    all: () => (all.all() as readonly { readonly text: string }[]).map(({ text }) => text),
    end: () => void end.run(),
    hasExpired: (now: number) => expired.get(now) !== undefined,
  };
}

export type CaptureTable = ReturnType<typeof createCaptureTable>;
