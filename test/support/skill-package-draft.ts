import { join } from 'node:path';
import { type LoadedBusiness, loadFile, loadTemplate } from '../../business/load';
import { type PackageFiles, skillPackage } from '../../business/package';

const ROOT = join(__dirname, '../..');

/** Businesses whose packages have nothing wrong. */
export type GoodBusiness = 'clinic' | 'bank' | 'restaurant' | 'bicycles';

export interface Intent {
  name: string;
  samples: string[];
  slots: { name: string; type: string; samples?: string[] }[];
}

interface SlotType {
  name: string;
  values: { name: { value: string; synonyms: string[] } }[];
}

/** A skill package that a test changes before it is looked at. */
export interface Draft {
  readonly files: Record<string, string | Buffer>;
  /** Sets what stands at a path of the manifest, "publishingInformation.category"; takes it out with `undefined`. */
  manifest(path: string, value: unknown): void;
  /** Sets a field of what the store shows. */
  listing(locale: string, field: string, value: unknown): void;
  privacy(locale: string, field: string, value: unknown): void;
  /** Sets what stands at a path of a language model, "invocationName"; of the whole model behind a slash, "/dialog". */
  model(locale: string, path: string, value: unknown): void;
  intents(locale: string, change: (intents: Intent[]) => Intent[]): void;
  types(locale: string, change: (types: SlotType[]) => SlotType[]): void;
  /** Adds samples to an intent, which is made where it is not there. */
  sample(locale: string, ...samples: string[]): void;
}

export function loadBusinessOf(name: GoodBusiness): LoadedBusiness {
  const loaded = loadFile(ROOT, `test/business/businesses/${name}.yaml`);
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  return loaded;
}

const made = new Map<GoodBusiness, PackageFiles>();

function filesOf(name: GoodBusiness): PackageFiles {
  const known = made.get(name);
  if (known) return known;
  const own = skillPackage(loadBusinessOf(name), loadTemplate());
  if ('incomplete' in own) throw new Error(own.incomplete.join());
  made.set(name, own.files);
  return own.files;
}

/** The package of a business. */
export function draftOf(name: GoodBusiness): Draft {
  const files = { ...filesOf(name) };
  const edit = (file: string, path: readonly string[], value: unknown) => {
    const data = JSON.parse(String(files[file]));
    set(data, path, value);
    files[file] = JSON.stringify(data);
  };
  const modelFile = (locale: string) => `interactionModels/custom/${locale}.json`;
  const list = <T>(locale: string, name: 'intents' | 'types', change: (all: T[]) => T[]) => {
    const data = JSON.parse(String(files[modelFile(locale)]));
    data.interactionModel.languageModel[name] = change(data.interactionModel.languageModel[name]);
    files[modelFile(locale)] = JSON.stringify(data);
  };
  const draft: Draft = {
    files,
    manifest: (path, value) => edit('skill.json', ['manifest', ...path.split('.')], value),
    listing: (locale, field, value) => draft.manifest(`publishingInformation.locales.${locale}.${field}`, value),
    privacy: (locale, field, value) => draft.manifest(`privacyAndCompliance.locales.${locale}.${field}`, value),
    model: (locale, path, value) =>
      edit(
        modelFile(locale),
        path.startsWith('/')
          ? ['interactionModel', ...path.slice(1).split('.')]
          : ['interactionModel', 'languageModel', ...path.split('.')],
        value,
      ),
    intents: (locale, change) => list(locale, 'intents', change),
    types: (locale, change) => list(locale, 'types', change),
    sample: (locale, ...samples) =>
      list<Intent>(locale, 'intents', (all) => [...all, { name: 'PlantedIntent', slots: [], samples }]),
  };
  return draft;
}

function set(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    if (value === undefined) delete data[key];
    else data[key] = value;
    return;
  }
  data[key] ??= {};
  set(data[key] as Record<string, unknown>, rest, value);
}
