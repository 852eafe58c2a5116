import type { ListedSetting } from '../../lambda/config/settings';
import { publicUrlFault } from '../doctor/public-address';
import { isWritable } from '../env-file';

/** What is wrong with a value, as the setting itself says it, behind its name. An empty one is open, which is no fault. */
export function settingFault(
  { name, schema }: Pick<ListedSetting, 'name' | 'schema'>,
  value: string,
): string | undefined {
  if (value === '') return undefined;
  const read = schema.safeParse(value);
  if (!read.success) return read.error.issues[0]?.message ?? 'is wrong';
  if (!isWritable(value)) return 'cannot stand in a .env file: it has quotation marks of every kind';
  return name === 'ALOUD_PUBLIC_URL' ? publicUrlFault(value) : undefined;
}
