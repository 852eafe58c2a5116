import { once } from '../../conversation/answers/once';
import type { HeardLanguage } from '../language';
import type { Wording } from '../wording';

export const fr: HeardLanguage = {
  wording: once((): Wording => require('./wording.json') as typeof import('./wording.json')),
};
