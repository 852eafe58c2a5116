import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type Database from 'libsql';
import { AloudError } from '../../lambda/errors';
import { openStoreAt, sqlitePath } from '../../lambda/store/open';
import { createSeal } from '../../lambda/store/seal';
import { SCHEMA_VERSION } from '../../lambda/store/sqlite/file';
import { bad, type Finding, good, unchecked, warning } from './finding';
import type { Setup } from './setup';

const ID = 'store';
const MB = 1_000_000;
/** SQLite needs some to write at all, and a log beside. */
const LEAST_FREE = 100 * MB;
const LITTLE_FREE = 500 * MB;
/** Systems empty these at a start. */
const EMPTIED = /^\/(?:tmp|var\/tmp|dev\/shm|run)(?:\/|$)/;
const REGION = /^[a-z]{2,3}(?:-[a-z]+){1,2}-\d{1,2}$/;
const ELSEWHERE = 'ALOUD_STORE=sqlite:/srv/aloud/data/aloud.db';

/** The database: whether it can be opened and written, by looking alone. */
export async function checkStore(setup: Setup): Promise<readonly Finding[]> {
  const { config, place } = setup;
  if (place === 'aws') return [unchecked(ID, 'the deployment makes the table on AWS')];
  if (place === 'demo') return [];
  if (!config) return [unchecked(ID, 'the settings come first')];
  const path = sqlitePath(config.store);
  return path === undefined ? table(setup, config) : [file(setup, path, config.secret)];
}

function file(setup: Setup, given: string, secret: string): Finding {
  if (given === ':memory:') return bad(ID, 'ALOUD_STORE is in memory: all is forgotten at the next start', ELSEWHERE);
  if (EMPTIED.test(given))
    return bad(ID, `ALOUD_STORE is in ${dirname(given)}, which is emptied now and then`, ELSEWHERE);
  const path = resolve(setup.root, given);
  const folder = existing(dirname(path));
  if (existsSync(path) && statSync(path).isDirectory()) {
    return bad(ID, `ALOUD_STORE names a folder, ${given}`, `ALOUD_STORE=sqlite:${given.replace(/\/+$/, '')}/aloud.db`);
  }
  const locked = [folder, path, `${path}-wal`].find((place) => existsSync(place) && !isWritable(place));
  if (locked !== undefined) {
    return bad(ID, `${locked} cannot be written by this user`, `chown $(id -un) ${locked}, or start as its owner`);
  }
  const free = (setup.freeBytes ?? freeBytes)(folder);
  if (free < LEAST_FREE)
    return bad(ID, `the disk of ${folder} has ${inMB(free)} left`, 'make room: a database needs 500 MB');
  if (!existsSync(path)) return good(ID, `${given} will be made at the first start`);
  const fault = content(secret, path, given);
  if (fault) return fault;
  if (free < LITTLE_FREE)
    return warning(ID, `the disk of ${folder} has ${inMB(free)} left`, 'make room: a database needs 500 MB');
  return good(ID, `${given} can be read and written, ${inMB(free)} free`);
}

/** The nearest folder that is there. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function inMB(bytes: number): string {
  return bytes < 10_000 * MB ? `${Math.floor(bytes / MB)} MB` : `${Math.floor(bytes / (1000 * MB))} GB`;
}

/** What is wrong with what is in the file, which is only read. */
function content(secret: string, path: string, given: string): Finding | undefined {
  const Libsql = require('libsql') as typeof Database;
  let db: Database.Database | undefined;
  try {
    db = new Libsql(path, { readonly: true });
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > SCHEMA_VERSION) {
      const what = `${given} was written by a newer version of Aloud, and cannot be read by this one`;
      return bad('store.newer', what, 'git pull && npm ci  (how to go back: docs/upgrading.md)');
    }
    // A file that nobody has written yet.
    if (version === 0) return undefined;
    const user = db.prepare('SELECT key, user_id FROM users LIMIT 1').get() as
      | { readonly key: string; readonly user_id: Uint8Array }
      | undefined;
    if (user) createSeal(secret).open(user.user_id, user.key);
    return version < SCHEMA_VERSION ? older(given) : undefined;
  } catch (error) {
    if (error instanceof AloudError) {
      const what = `${given} was written with another ALOUD_SECRET: its users would be strangers`;
      return bad(ID, what, 'set the ALOUD_SECRET of then again, or name another file in ALOUD_STORE');
    }
    const why = error instanceof Error ? error.message : '';
    if (/not a database/i.test(why)) {
      return bad(ID, `${given} is not a database`, `name another file: ALOUD_STORE=sqlite:./data/aloud.db`);
    }
    return bad(
      ID,
      `${given} cannot be read (${why.split('\n', 1)[0]})`,
      'bring back a backup: docs/deploy-self-hosted.md',
    );
  } finally {
    db?.close();
  }
}

function older(given: string): Finding {
  const what = `${given} is as an older version left it: the next start brings it up to date, and the older one then refuses it`;
  return warning('store.older', what, `copy it first:  sqlite3 ${given} ".backup '${given}.before'"`);
}

async function table(
  { value, env, offline }: Setup,
  { store, secret }: { store: string; secret: string },
): Promise<readonly Finding[]> {
  const region = value('AWS_REGION') ?? value('AWS_DEFAULT_REGION');
  const hasProfile = env.AWS_PROFILE !== undefined || existsSync(join(env.HOME ?? '', '.aws/config'));
  if (region === undefined && !hasProfile) {
    return [
      bad(
        ID,
        'AWS_REGION is not set, so nobody knows where the table is',
        'AWS_REGION=eu-west-1  in .env, or the region of yours',
      ),
    ];
  }
  if (region !== undefined && !REGION.test(region)) {
    return [bad(ID, 'AWS_REGION is no region of AWS', 'AWS_REGION=eu-west-1  in .env, or the region of yours')];
  }
  const [half, other] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].toSorted((name) => (value(name) ? -1 : 1));
  if (half && other && value(half) && !value(other)) {
    return [
      bad(ID, `${half} is set without ${other}`, `${other}=…  beside it, or neither where the machine has a role`),
    ];
  }
  if (offline) return [unchecked(ID, `${store} is on AWS: not looked at, offline`)];
  const opened = openStoreAt(store, { secret });
  try {
    await opened.ready();
    // The index has rights of its own.
    await opened.nextNotification();
    return [good(ID, `${store} can be read`)];
  } catch (error) {
    if (!(error instanceof AloudError)) throw error;
    return [bad(ID, error.message, error.hint)];
  } finally {
    await opened.close();
  }
}
