import { topicType } from '../../lambda/skill/model';
import type { Topics } from '../../lambda/skill/wording/language';
import type { Models } from '../echo/models';

/** What customers ask a dentist about in a word or two. */
const TOPICS: Topics = {
  'opening hours': ['opening times', 'hours'],
  prices: ['costs', 'price list'],
  appointments: ['appointment', 'booking'],
  toothache: ['tooth pain', 'pain'],
  directions: ['address', 'parking'],
  dentists: ['doctors', 'team', 'staff'],
  history: ['story'],
};

/** The models of the skill package with the topics of the demo's business. */
export function withDemoTopics(models: Models): Models {
  return new Map(
    [...models].map(([locale, model]) => {
      const languageModel = { ...model.languageModel, types: [topicType(TOPICS)] };
      return [locale, { ...model, languageModel }];
    }),
  );
}
