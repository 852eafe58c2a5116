import { openSqlite } from '../../lambda/store/sqlite';
import { BOTS, holds, PROMISE, RUNS } from './interleaving';

describe.each(BOTS)('on SQLite, with %s', (_name, traits) => {
  const open = () => openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
  test(PROMISE, () => holds(traits, open, RUNS), 30_000 + RUNS * 1000);
});
