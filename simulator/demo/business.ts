import { contentOf } from '../../business/content';
import { type LoadedBusiness, loadFile, loadTemplate } from '../../business/load';
import { modelFiles } from '../../business/package';
import { type Business, businessOf, NO_BUSINESS } from '../../lambda/business/words';
import { type Models, modelsFrom } from '../echo/models';
import { projectRoot } from '../root';

/** The business of the demo, which is the example for an owner's file. @throws Error when it is broken */
export function demoBusiness(): LoadedBusiness {
  const loaded = loadFile(projectRoot(), 'business.example.yaml');
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  return loaded;
}

/** What a business brings to a skill: the interaction models, and what is heard of it. */
export interface Spoken {
  readonly models: Models;
  readonly business: Business;
}

/** The demo's own business, and the template's models in the languages that it says nothing in: so one hears them all. */
export function demoSpoken(): Spoken {
  const own = spokenOf(demoBusiness());
  const template = spokenOf(loadTemplate());
  const others = [...template.models].filter(([locale]) => !own.models.has(locale));
  return { ...own, models: new Map([...own.models, ...others].sort(([one], [other]) => one.localeCompare(other))) };
}

export function spokenOf(loaded: LoadedBusiness): Spoken {
  const content = contentOf(loaded);
  return {
    models: modelsFrom(modelFiles(loaded.business)),
    business: content ? businessOf(content) : NO_BUSINESS,
  };
}

/** The interaction models of the demo's own business. */
export function demoModels(): Models {
  return spokenOf(demoBusiness()).models;
}
