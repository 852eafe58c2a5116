import { openSqlite } from '../../lambda/store/sqlite';
import { describeDueWords } from './due-words';

describe('on SQLite, what is queued', () => {
  describeDueWords(async () => openSqlite(':memory:', { secret: 'a secret of at least 32 characters' }));
});
