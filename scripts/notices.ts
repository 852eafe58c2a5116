import { main as notifications } from './notifications';

/** `npm run notices`: the former name of `npm run notifications`, for one more minor version. */
export async function main(): Promise<void> {
  console.error('npm run notices is deprecated: use npm run notifications.');
  await notifications();
}
