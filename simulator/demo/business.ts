import { contentOf } from '../../business/content';
import { type LoadedBusiness, loadFile } from '../../business/load';
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

/** What is heard of it. */
export function demoWords(): Business {
  const content = contentOf(demoBusiness());
  return content ? businessOf(content) : NO_BUSINESS;
}

/** The interaction models of its skill. */
export function demoModels(): Models {
  return modelsFrom(modelFiles(demoBusiness().business));
}
