import { engineOf } from './engine-of';

/** The engine, in English. */
export const english = engineOf('en');
