import { type BrokenBusiness, type LoadedBusiness, loadBusiness, loadTemplate } from '../../business/load';
import { type SkillPackage, skillPackage } from '../../business/package';
import { unpublishable } from '../../business/publication';
import type { Environment } from '../../lambda/config/environment';

/** The owner's business file, and what Amazon would say of the package that is made of it. */
export interface BusinessRead {
  readonly loaded: LoadedBusiness | BrokenBusiness;
  /** Locales that lack what the store needs. */
  readonly incomplete: readonly string[];
  /** What is still the template's, a line each. */
  readonly unpublishable: readonly string[];
}

/** @param folder that of one of several skills; default: the project's root */
export function readBusiness(root: string, env: Environment, folder?: string): BusinessRead {
  const loaded = loadBusiness(root, env, folder);
  if ('problems' in loaded || loaded.isTemplate) return { loaded, incomplete: [], unpublishable: [] };
  const template = loadTemplate();
  const own = skillPackage(loaded, template);
  if ('incomplete' in own) return { loaded, incomplete: own.incomplete, unpublishable: [] };
  const lines = unpublishable(own, skillPackage(template, template) as SkillPackage, loaded);
  return { loaded, incomplete: [], unpublishable: lines };
}
