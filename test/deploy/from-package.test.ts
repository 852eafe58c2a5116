import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoBot } from '../../simulator/platforms/bot';
import { packedFiles } from '../support/packed';
import { setDeployStage } from './stage';

test('from a folder that has Aloud as a package: the artifact that was packed, with the business of this folder', async () => {
  const packed = (await packedFiles()).map(({ path }) => path);
  const stage = await setDeployStage(createDemoBot(), 'botdistrikt', { packed });
  const { code, output } = await stage.deploy();
  expect(output).toContain(`Deployed: ${stage.skill.id}`);
  expect(code).toBe(0);
  expect(stage.skill.package.models.get('en-US')?.languageModel?.invocationName).toBe('harbor family clinic');
  const { folder } = stage.project;
  expect(readdirSync(join(folder, 'dist/lambda')).sort()).toEqual(['business.json', 'index.js', 'record.js']);
  // The owner's from now on, beside what is always the package's.
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['.ask', 'ask-resources.json', 'infrastructure']));
  expect(readdirSync(join(folder, 'node_modules/aloud/dist/lambda')).sort()).toEqual(['index.js', 'record.js']);

  await stage.warmUp();
  const turn = await stage.aws.echo(stage.skill).hear('Alexa, open harbor family clinic');
  expect(turn?.speech).toContain('Harbor Family Clinic');
  await stage.close();
});
