import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadTemplate } from '../../business/load';
import { type PackageFiles, type SkillPackage, skillPackage } from '../../business/package';
import { unpublishable } from '../../business/publication';
import type { Call } from '../command';
import { ownBusiness } from '../own-skill';
import { OperatorProblem } from '../problem';

/** Where a skill is reached: the ARN of a function, or an HTTPS address with its kind of certificate. */
export interface Endpoint {
  readonly uri: string;
  readonly sslCertificateType?: 'Trusted';
}

const OVERRIDE = 'For a test of your own,  npx aloud deploy --template  lets that pass.';

/** Whose business it is, and where its warnings are told. */
type Place = Pick<Call, 'root' | 'env' | 'screen' | 'skill'>;

/**
 * The skill package of the owner's business.
 *
 * @param mayBorrow lets pass what Amazon would not publish, as it is the template's
 * @throws OperatorProblem for a file that is not in order, or says too little
 */
export function ownPackage(place: Place, mayBorrow: boolean): PackageFiles {
  const { screen } = place;
  const loaded = ownBusiness(place);
  if ('problems' in loaded) throw new OperatorProblem(loaded.problems);
  const template = loadTemplate();
  const own = skillPackage(loaded, template);
  if ('incomplete' in own) {
    throw new OperatorProblem(
      own.incomplete.map((locale) => `${loaded.file}: ${locale}: write a summary and a description in that language`),
    );
  }
  const lines = unpublishable(own, skillPackage(template, template) as SkillPackage, loaded);
  if (lines.length > 0 && !mayBorrow) throw new OperatorProblem([...lines, OVERRIDE]);
  for (const line of lines) screen.note(`${line} (Amazon would not publish that)`);
  for (const warning of loaded.warnings) if (!loaded.isTemplate) screen.note(`${warning} (a warning)`);
  return own.files;
}

/**
 * Writes a skill package to a folder of the deployment's own, with its endpoint in the manifest. The ASK CLI writes into the
 * manifest that it uploads; what is made of the business file is made anew each time.
 *
 * @param endpoint absent before there is one: the ASK CLI fills it in
 */
export function writeSkillPackage(folder: string, files: PackageFiles, endpoint?: Endpoint): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, endpoint && name === 'skill.json' ? withEndpoint(String(content), endpoint) : content);
  }
}

function withEndpoint(content: string, endpoint: Endpoint): string {
  const skill = JSON.parse(content);
  skill.manifest.apis.custom.endpoint = endpoint;
  skill.manifest.events.endpoint = endpoint;
  return JSON.stringify(skill, null, 2);
}
