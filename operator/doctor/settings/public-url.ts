import { bad, type Finding, good } from '../finding';
import { addressFaults } from '../public-address';
import type { Setup } from '../setup';

const ID = 'public-url';

/** ALOUD_PUBLIC_URL, by which Amazon and the platform reach a server of one's own. */
export function checkPublicUrl({ place, value, problems, publicUrl }: Setup): readonly Finding[] {
  const address = value('ALOUD_PUBLIC_URL');
  if (place !== 'server') return [];
  if (address === undefined) {
    const what = 'ALOUD_PUBLIC_URL is not set: nobody can tell the address of the endpoint and of the webhook';
    return [bad(ID, what, 'ALOUD_PUBLIC_URL=https://…  in .env')];
  }
  if (publicUrl !== undefined) return [good(ID, `${publicUrl} is the address of a server`)];
  // What is no URL at all, the settings tell.
  if (problems.some((line) => line.startsWith('ALOUD_PUBLIC_URL '))) return [];
  return addressFaults(address).map(({ what, remedy }) => bad(ID, `ALOUD_PUBLIC_URL ${what}`, remedy));
}
