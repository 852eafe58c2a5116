import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoBot } from '../../simulator/platforms/bot';
import { packedFiles } from '../support/packed';
import { setDeployStage } from './stage';

/** Without code caches: for which processors there is one depends on the machine that has built. */
function artifactIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'dist/lambda'))
    .filter((name) => !name.endsWith('.cache'))
    .sort();
}

test('from a folder that has Aloud as a package: the artifact that was packed, with the business of this folder', async () => {
  const packed = (await packedFiles()).map(({ path }) => path);
  const stage = await setDeployStage(createDemoBot(), 'botdistrikt', { packed });
  const { code, output } = await stage.deploy();
  expect(output).toContain(`Deployed: ${stage.skill.id}`);
  expect(code).toBe(0);
  expect(stage.skill.package.models.get('en-US')?.languageModel?.invocationName).toBe('harbor family clinic');
  const { folder } = stage.project;
  const artifact = ['index', 'index.js', 'record.js', 'skills.js'];
  expect(artifactIn(folder)).toEqual(['business.json', ...artifact]);
  // The owner's from now on, beside what is always the package's.
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['.ask', 'ask-resources.json', 'infrastructure']));
  expect(artifactIn(join(folder, 'node_modules/aloud'))).toEqual(artifact);

  await stage.warmUp();
  const turn = await stage.aws.echo(stage.skill).hear('Alexa, open harbor family clinic');
  expect(turn?.speech).toContain('Harbor Family Clinic');
  await stage.close();
});
