import type { PlatformName } from '../../lambda/platforms';

/** Where the demo's databases are, from the project's folder: one for each platform, as `databaseOf` names them. */
export const DEMO_DATABASE = 'data/demo.db';

/** Threads of one platform mean nothing to another. */
export function databaseOf(database: string, platform: PlatformName): string {
  return database.replace(/\.db$/, `.${platform}.db`);
}
