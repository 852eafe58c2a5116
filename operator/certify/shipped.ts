import { loadFile, loadTemplate } from '../../business/load';
import { ICON_PATHS } from '../../business/manifest';
import { skillPackage } from '../../business/package';
import { projectRoot } from '../../simulator/root';
import { MANIFEST_FILE, viewManifest } from './manifest/view';

/** What a package says in a locale that everybody who has Aloud has too. */
export interface ShippedText {
  readonly locale: string;
  readonly name: string;
  readonly invocationName: string;
  readonly summary: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly privacyUrl: string;
  /** The interaction model without its name, as `withoutName` writes it. */
  readonly model: string;
  readonly icons: readonly Buffer[];
}

/** The template's words, and those of the example. Their icons are the same. */
export function shippedTexts(template = loadTemplate()): readonly ShippedText[] {
  const example = loadFile(projectRoot(), 'business.example.yaml');
  return [template, ...('problems' in example ? [] : [example])].flatMap((loaded) => {
    const made = skillPackage(loaded, template);
    if ('incomplete' in made) return [];
    const icons = Object.values(ICON_PATHS)
      .flatMap((path) => made.files[path] ?? [])
      .map((icon) => Buffer.from(icon));
    const { listings } = viewManifest(JSON.parse(String(made.files[MANIFEST_FILE])));
    return listings.map(({ locale, name = '', summary = '', description = '', keywords, privacyUrl = '' }) => ({
      ...{ locale, name, summary, description, keywords, privacyUrl, icons },
      invocationName: loaded.business.locales.find((words) => words.locale === locale)?.invocationName ?? '',
      model: withoutName(JSON.parse(String(made.files[`interactionModels/custom/${locale}.json`]))),
    }));
  });
}

/** A model in one line, whatever the skill is called. */
export function withoutName(model: unknown): string {
  return JSON.stringify(model, (key, value) => (key === 'invocationName' ? undefined : value)) ?? '';
}
