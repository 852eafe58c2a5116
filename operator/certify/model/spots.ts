import type { Spot } from '../rule';
import type { Subject } from '../subject';
import type { ModelView } from './view';

/** What is wrong with each model. */
export function eachModel(
  find: (model: ModelView) => readonly Omit<Spot, 'file' | 'locale'>[],
): (subject: Subject) => readonly Spot[] {
  return ({ models }) =>
    models.flatMap((model) => find(model).map((spot) => ({ file: model.file, locale: model.locale, ...spot })));
}
