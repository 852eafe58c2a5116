import { once } from '../../conversation/answers/once';
import type { Language } from '../language';
import type { Wording } from '../wording';

export const es: Pick<Language, 'wording'> = {
  wording: once((): Wording => require('./wording.json') as typeof import('./wording.json')),
};
