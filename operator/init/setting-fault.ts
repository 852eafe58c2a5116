import type { ListedSetting } from '../../lambda/config/settings';
import { publicUrlFault } from '../doctor/public-address';

/** What is wrong with a value, as the setting itself says it, behind its name. An empty one is open, which is no fault. */
export function settingFault(
  { name, schema }: Pick<ListedSetting, 'name' | 'schema'>,
  value: string,
): string | undefined {
  if (value === '') return undefined;
  const read = schema.safeParse(value);
  if (!read.success) return read.error.issues[0]?.message ?? 'is wrong';
  return name === 'ALOUD_PUBLIC_URL' ? publicUrlFault(value) : undefined;
}
