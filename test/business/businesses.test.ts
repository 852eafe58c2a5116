import { join } from 'node:path';
import type { IntentRequest } from 'ask-sdk-model';
import type { v1 } from 'ask-smapi-model';
import { contentOf } from '../../business/content';
import { type LoadedBusiness, loadFile, loadTemplate } from '../../business/load';
import { type SkillPackage, skillPackage } from '../../business/package';
import { unpublishable } from '../../business/publication';
import { faults, validator } from '../../business/smapi-schema';
import { inputOf } from '../../lambda/skill/input';
import { understandOneShot } from '../../simulator/echo/nlu';

type Manifest = v1.skill.Manifest.SkillManifest;

const ROOT = join(__dirname, '../..');
const BUSINESSES = ['clinic', 'bank', 'restaurant', 'ferry'] as const;
const template = loadTemplate();

function load(name: string): LoadedBusiness {
  const loaded = loadFile(ROOT, `test/business/businesses/${name}.yaml`);
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  return loaded;
}

function packageOf(loaded: LoadedBusiness): SkillPackage {
  const made = skillPackage(loaded, template);
  if ('incomplete' in made) throw new Error(made.incomplete.join());
  return made;
}

const parsed = (made: SkillPackage, path: string) => JSON.parse(String(made.files[path]));

test('the words of the package, which are not looked through again, are in order but that no business is named', () => {
  const { warnings, ...read } = load('../../../business/template');
  expect(warnings.filter((line) => !line.includes('topics: is missing'))).toEqual([]);
  expect({ ...read, file: template.file, isTemplate: true, warnings: [] }).toEqual(template);
});

describe.each(BUSINESSES)('the package of the %s', (name) => {
  const loaded = load(name);
  const made = packageOf(loaded);
  const models = Object.keys(made.files).filter((path) => path.startsWith('interactionModels/'));
  const { manifest } = parsed(made, 'skill.json') as { manifest: Manifest };

  it('is what the Skill Management API takes', () => {
    expect(faults(validator('v1.skill.Manifest.SkillManifestEnvelope'), { manifest })).toEqual([]);
    for (const path of models) {
      expect(faults(validator('v1.skill.interactionModel.InteractionModelData'), parsed(made, path))).toEqual([]);
    }
  });

  it('has a model and a listing for each locale, in the words of its owner', () => {
    const locales = loaded.business.locales.map(({ locale }) => locale);
    expect(models).toEqual(locales.map((locale) => `interactionModels/custom/${locale}.json`));
    expect(Object.keys(manifest.publishingInformation?.locales ?? {})).toEqual(locales);
    for (const words of loaded.business.locales) {
      const listing = manifest.publishingInformation?.locales?.[words.locale];
      expect(listing).toMatchObject({ name: words.name, summary: words.summary, description: words.description });
      const { invocationName } = parsed(made, `interactionModels/custom/${words.locale}.json`).interactionModel
        .languageModel;
      expect(invocationName).toBe(words.invocationName);
      expect(listing?.examplePhrases?.[0]).toContain(words.invocationName);
      expect(JSON.stringify(listing)).not.toMatch(/chat companion/i);
    }
  });

  it('says nothing of another skill, in whichever language that is first', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/chat companion/i);
  });

  it('is the same each time, and nothing of it is the template’s', () => {
    expect(packageOf(load(name)).files).toEqual(made.files);
    expect(unpublishable(made, packageOf(template), loaded)).toEqual([]);
  });

  it('has an intent for each topic, by which its phrases reach the bot as they were said', () => {
    for (const { locale, topics } of loaded.business.locales) {
      const { interactionModel } = parsed(made, `interactionModels/custom/${locale}.json`);
      for (const phrase of topics.flatMap(({ phrases }) => phrases)) {
        const understood = understandOneShot(interactionModel, phrase);
        const request = { type: 'IntentRequest', locale, ...understood } as IntentRequest;
        expect(inputOf(request, { isOneShot: true })).toEqual({ kind: 'words', text: phrase });
      }
    }
  });
});

test('a locale has the words of its language, and those at the top', () => {
  const { business } = load('clinic');
  const [american, latin] = business.locales;
  expect([american?.locale, latin?.locale]).toEqual(['en-US', 'es-US']);
  expect(latin?.privacyUrl).toBe(american?.privacyUrl);
  expect(contentOf(load('clinic'))?.locales['es-US']).toMatchObject({
    name: 'Clínica Harbor',
    hints: ['cuándo abren', 'necesito una receta'],
  });
});

test('what any skill of Aloud says is no publication: the template is refused, field by field', () => {
  expect(unpublishable(packageOf(template), packageOf(template), template)).toEqual([
    expect.stringContaining('There is no business.yaml'),
  ]);
  const example = loadFile(ROOT, 'business.example.yaml') as LoadedBusiness;
  expect(unpublishable(packageOf(example), packageOf(template), example)).toEqual([
    expect.stringContaining("https://bluebell.example/privacy is nobody's"),
    expect.stringContaining("https://bluebell.example/terms is nobody's"),
    expect.stringContaining('icons: still the template'),
  ]);
});
