import type { v1 } from 'ask-smapi-model';
import { unzipSync } from 'fflate';
import type { InteractionModel, Models } from '../echo/models';

/** A skill package as it was uploaded. */
export interface SkillPackage {
  readonly manifest: v1.skill.Manifest.SkillManifest;
  readonly models: Models;
  /** Their content, by their paths. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** What Amazon finds wrong with a package. */
export interface PackageFault {
  /** `Manifest`, or `InteractionModel.<locale>`. */
  readonly resource: string;
  readonly message: string;
}

const MODEL = /^interactionModels\/custom\/([a-z]{2}-[A-Z]{2})\.json$/;

/**
 * Reads an uploaded package, and checks what no schema can: that each locale has a model, that files it names are in it,
 * and that the endpoints can be called.
 *
 * @param mayCall whether Alexa may invoke a function, by its ARN
 */
export function readSkillPackage(
  zip: Buffer,
  mayCall: (arn: string) => boolean,
): { readonly skill?: SkillPackage; readonly faults: readonly PackageFault[] } {
  const files = unzipSync(zip);
  const read = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString());
  const faults: PackageFault[] = [];
  const complain = (resource: string, message: string) => void faults.push({ resource, message });
  const names = Object.keys(files);
  if (!files['skill.json']) return { faults: [{ resource: 'Manifest', message: 'skill.json is missing.' }] };

  const { manifest } = read('skill.json') as { manifest: SkillPackage['manifest'] };
  const models = new Map<string, InteractionModel>(
    names.flatMap((name) => {
      const [, locale] = MODEL.exec(name) ?? [];
      return locale ? [[locale, read(name).interactionModel as InteractionModel]] : [];
    }),
  );
  for (const [locale, listing] of Object.entries(manifest.publishingInformation?.locales ?? {})) {
    if (!models.has(locale)) complain(`InteractionModel.${locale}`, 'The interaction model is missing.');
    for (const uri of [listing.smallIconUri, listing.largeIconUri]) {
      if (uri?.startsWith('file://') && !files[uri.slice(7)]) complain('Manifest', `${uri} is not in the package.`);
    }
  }
  for (const endpoint of [manifest.apis?.custom?.endpoint, manifest.events?.endpoint]) {
    const { uri = '', sslCertificateType } = (endpoint ?? {}) as { uri?: string; sslCertificateType?: string };
    if (uri.startsWith('arn:aws:lambda:')) {
      if (!mayCall(uri)) complain('Manifest', `The trigger setting for the Lambda ${uri} is invalid.`);
    } else if (!uri.startsWith('https://') || !sslCertificateType) complain('Manifest', 'The endpoint is invalid.');
  }
  return { skill: { manifest, models, files }, faults };
}
