import type { PackageFiles } from '../../business/package';
import { MANIFEST_FILE, type ManifestView, viewManifest } from './manifest/view';
import { type ModelView, viewModel } from './model/view';
import type { Refusal } from './security/forgeries';
import type { ShippedText } from './shipped';
import type { Conversation } from './talk/conversation';

/** What is looked at: a skill package, and what the skill said in conversations. */
export interface Subject {
  readonly files: PackageFiles;
  /** Why no package could be made of the business file. */
  readonly problems: readonly string[];
  /** Files that should be JSON, and are not. */
  readonly broken: readonly string[];
  readonly manifest: ManifestView | undefined;
  readonly models: readonly ModelView[];
  /** What Aloud's own package and its example say. */
  readonly shipped: readonly ShippedText[];
  readonly talk: Talk | undefined;
}

/** Conversations with the skill, and with whom. */
export interface Talk {
  /** The operator's own bot, or the one that stands in for it. */
  readonly bot: 'simulated' | 'own';
  readonly conversations: readonly Conversation[];
  /** What the skill suggests to say, by locale. */
  readonly hints: readonly { readonly locale: string; readonly hint: string }[];
  /** How forged requests were answered. */
  readonly refusals: readonly Refusal[];
}

const MODEL_FILE = /^interactionModels\/custom\/([^/]+)\.json$/;

export interface Given {
  readonly files: PackageFiles;
  readonly shipped: readonly ShippedText[];
  readonly problems?: readonly string[];
  readonly talk?: Talk;
}

/** Reads a package, however broken it is. */
export function subjectOf({ files, shipped, problems = [], talk }: Given): Subject {
  const broken: string[] = [];
  const read = (file: string): unknown => {
    try {
      return JSON.parse(String(files[file]));
    } catch {
      broken.push(file);
      return undefined;
    }
  };
  const manifest = MANIFEST_FILE in files ? read(MANIFEST_FILE) : undefined;
  const models = Object.keys(files)
    .toSorted()
    .flatMap((file): readonly ModelView[] => {
      const [, locale] = MODEL_FILE.exec(file) ?? [];
      const data = locale === undefined ? undefined : read(file);
      return locale === undefined || data === undefined ? [] : [viewModel(file, locale, data)];
    });
  return {
    files,
    problems,
    broken,
    manifest: manifest === undefined ? undefined : viewManifest(manifest),
    models,
    shipped,
    talk,
  };
}
