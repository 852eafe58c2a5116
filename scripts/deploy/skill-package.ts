import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'skill-package';

/** Where a skill is reached: the ARN of a function, or an HTTPS address with its kind of certificate. */
export interface Endpoint {
  readonly uri: string;
  readonly sslCertificateType?: 'Trusted';
}

/**
 * Copies the skill package to a folder of the deployment's own, with its endpoint in the manifest. The ASK CLI writes into
 * the manifest that it uploads; the one in `skill-package/` stays as it is, and serves deployments of both kinds.
 *
 * @param endpoint absent before there is one: the ASK CLI fills it in
 */
export function copySkillPackage(folder: string, endpoint?: Endpoint): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(SOURCE, folder, { recursive: true });
  if (!endpoint) return;
  const path = join(folder, 'skill.json');
  const skill = JSON.parse(readFileSync(path, 'utf8'));
  skill.manifest.apis.custom.endpoint = endpoint;
  skill.manifest.events.endpoint = endpoint;
  writeFileSync(path, JSON.stringify(skill, null, 2));
}
