import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IntentRequest } from 'ask-sdk-model';
import type { v1 } from 'ask-smapi-model';
import { loadTemplate } from '../../business/load';
import { LOCALES } from '../../business/locales';
import { modelFiles } from '../../business/package';
import { faults, validator } from '../../business/smapi-schema';
import { MESSAGE_ALERT, NOTIFICATIONS } from '../../lambda/amazon/permission';
import { inputOf } from '../../lambda/skill/input';
import { wordingOf } from '../../lambda/skill/wording';
import { addressOf, heardWords } from '../../simulator/echo/hearing';
import { loadModels, modelOf } from '../../simulator/echo/models';
import { understandOneShot } from '../../simulator/echo/nlu';

type Manifest = v1.skill.Manifest.SkillManifest;

const text = (path: string) => readFileSync(path, 'utf8');
const { manifest } = JSON.parse(text('skill-package/skill.json')) as { manifest: Manifest };
const listings = Object.entries(manifest.publishingInformation?.locales ?? {});

describe('the manifest', () => {
  const validate = validator('v1.skill.Manifest.SkillManifestEnvelope');

  it('is what the Skill Management API takes', () => {
    expect(faults(validate, { manifest })).toEqual([]);
  });

  it.each([
    ['an unknown key', { manifest: { ...manifest, permission: [] } }],
    [
      'a certificate type that does not exist',
      withEndpoint({ uri: 'https://example.com', sslCertificateType: 'Public' }),
    ],
    ['an address that is not https', withEndpoint({ uri: 'http://example.com', sslCertificateType: 'Trusted' })],
    ['a permission that does not exist', { manifest: { ...manifest, permissions: [{ name: 'alexa::everything' }] } }],
    [
      'an event that does not exist',
      { manifest: { ...manifest, events: { ...manifest.events, subscriptions: [{ eventName: 'SKILL_DELETED' }] } } },
    ],
  ])('would be refused with %s', (_, wrong) => {
    expect(faults(validate, wrong)).not.toEqual([]);
  });

  it('has the exact format of ask-cli, which rewrites it at every deployment', () => {
    expect(text('skill-package/skill.json')).toBe(JSON.stringify({ manifest }, null, 2));
  });

  it('serves one HTTPS endpoint', () => {
    expect(manifest.apis?.custom?.endpoint).toEqual({
      uri: expect.stringMatching(/^https:/),
      sslCertificateType: 'Trusted',
    });
  });

  it('may send notifications: it asks for the permission, and names the one event that it publishes', () => {
    expect(manifest.permissions).toEqual([{ name: NOTIFICATIONS }]);
    expect(manifest.events?.publications).toEqual([{ eventName: MESSAGE_ALERT }]);
  });

  it('is told by the same endpoint what becomes of its users', () => {
    expect(manifest.events?.endpoint).toEqual(manifest.apis?.custom?.endpoint);
    expect(manifest.events?.subscriptions?.map(({ eventName }) => eventName).sort()).toEqual([
      'SKILL_DISABLED',
      'SKILL_ENABLED',
      'SKILL_PERMISSION_ACCEPTED',
      'SKILL_PERMISSION_CHANGED',
      'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED',
    ]);
  });

  it('is published in every locale that has a model', () => {
    expect(listings.map(([locale]) => locale).sort()).toEqual([...LOCALES].sort());
    expect(Object.keys(manifest.privacyAndCompliance?.locales ?? {}).sort()).toEqual([...LOCALES].sort());
  });

  it('declares what is done with personal data, and where that is explained', () => {
    const { usesPersonalInfo, isChildDirected, isExportCompliant, locales = {} } = manifest.privacyAndCompliance ?? {};
    expect({ usesPersonalInfo, isChildDirected, isExportCompliant }).toEqual({
      usesPersonalInfo: true,
      isChildDirected: false,
      isExportCompliant: true,
    });
    for (const { privacyPolicyUrl } of Object.values(locales)) expect(privacyPolicyUrl).toMatch(/^https:/);
  });

  it('tells testers what to say, and how notifications are tried', () => {
    const { testingInstructions = '' } = manifest.publishingInformation ?? {};
    expect(testingInstructions).toContain('Alexa, open');
    expect(testingInstructions).toContain('turn on notifications');
    expect(testingInstructions).toContain('Alexa, read my notifications');
    expect(manifest.publishingInformation?.category).toBe('ORGANIZERS_AND_ASSISTANTS');
  });

  it.each(listings)('has everything that the skill store shows in %s', (locale, listing) => {
    expect(listing.name).toBeTruthy();
    expect(listing.summary?.length).toBeGreaterThan(20);
    expect(listing.summary?.length).toBeLessThanOrEqual(160);
    expect(listing.description?.length).toBeGreaterThan(200);
    // How notifications are turned on, and how one is forgotten, in words that the model takes.
    for (const command of ['notify-on', 'forget-me'] as const) {
      const said = listing.description?.toLowerCase() ?? '';
      expect(wordingOf(locale).commands[command].filter((words) => said.includes(words))).not.toEqual([]);
    }
    expect(listing.keywords?.length).toBeGreaterThan(2);
    expect(listing.name?.toLowerCase()).not.toMatch(/alexa|amazon|echo/);
  });

  it.each(listings)(
    'has three example phrases in %s, each understood by the model',
    (locale, { examplePhrases = [] }) => {
      const model = modelOf(loadModels(), locale);
      const { invocationName } = model.languageModel;
      expect(examplePhrases).toHaveLength(3);
      const addresses = examplePhrases.map((phrase) => addressOf(heardWords(phrase), invocationName, locale));
      expect(addresses.map(({ to }) => to)).toEqual(['launch', 'one-shot', 'one-shot']);
      for (const phrase of examplePhrases) expect(phrase.startsWith(wordingOf(locale).wake)).toBe(true);
      for (const address of addresses) {
        if (address.to !== 'one-shot') continue;
        const understood = understandOneShot(model, address.words, locale);
        const input = inputOf({ type: 'IntentRequest', locale, ...understood } as IntentRequest, { isOneShot: true });
        expect(input?.kind).toBe('words');
        expect(address.words).toContain((input as { readonly text: string }).text);
      }
    },
  );

  it.each(listings)('has icons of the required sizes in %s', (_, { smallIconUri = '', largeIconUri = '' }) => {
    expect(pngSize(smallIconUri)).toEqual({ width: 108, height: 108 });
    expect(pngSize(largeIconUri)).toEqual({ width: 512, height: 512 });
  });
});

describe('the interaction models', () => {
  const validate = validator('v1.skill.interactionModel.InteractionModelData');
  const files = Object.entries(modelFiles(loadTemplate().business)).map(
    ([path, content]) => [`skill-package/${path}`, content] as const,
  );

  it('are the only ones in the package', () => {
    const folder = 'skill-package/interactionModels/custom';
    expect(
      readdirSync(folder)
        .map((file) => `${folder}/${file}`)
        .sort(),
    ).toEqual(files.map(([path]) => path).sort());
  });

  it.each(files)('%s is what the generator writes', (path, content) => {
    expect(text(path)).toBe(content);
  });

  it.each(files)('%s is what the Skill Management API takes', (_, content) => {
    expect(faults(validate, JSON.parse(content))).toEqual([]);
  });

  it('would be refused with a misspelt key', () => {
    const [[, content] = ['', '{}']] = files;
    const data = JSON.parse(content);
    data.interactionModel.languageModel.intents[0].sample = [];
    expect(faults(validate, data)).not.toEqual([]);
  });
});

describe('ask-resources.json', () => {
  const { default: aws, 'self-hosted': own } = JSON.parse(text('ask-resources.json')).profiles;

  it('has the exact format of ask-cli, which rewrites it at every deployment', () => {
    expect(text('ask-resources.json')).toBe(JSON.stringify(JSON.parse(text('ask-resources.json')), null, 2));
  });

  it('deploys on AWS by default, with events to the same endpoint', () => {
    const { type, userConfig } = aws.skillInfrastructure;
    expect(type).toBe('@ask-cli/cfn-deployer');
    expect(existsSync(userConfig.templatePath)).toBe(true);
    expect(userConfig.targetEndpoint).toEqual(['custom']);
    const names = (list: readonly { eventName?: string }[] = []) => list.map(({ eventName }) => eventName);
    expect(userConfig.skillEvents).toEqual({
      publications: names(manifest.events?.publications),
      subscriptions: names(manifest.events?.subscriptions),
    });
  });

  it('points at no code where the skill is hosted by its operator', () => {
    expect(Object.keys(own)).toEqual(['skillMetadata']);
  });

  it('has a copy of the skill package for each, so that the endpoint of one never reaches the other', () => {
    const sources = [aws.skillMetadata.src, own.skillMetadata.src];
    expect(sources).toEqual(['./dist/aws/skill-package', './dist/self-hosted/skill-package']);
  });

  it('holds no secret: what it passes to the stack is a name and a version', () => {
    const { parameters } = aws.skillInfrastructure.userConfig.cfn;
    expect(Object.keys(parameters).sort()).toEqual(['SettingsSecret', 'SettingsVersion']);
  });
});

function withEndpoint(endpoint: object): object {
  return { manifest: { ...manifest, apis: { custom: { ...manifest.apis?.custom, endpoint } } } };
}

function pngSize(uri: string): { width: number; height: number } {
  const png = readFileSync(uri.replace('file://', 'skill-package/'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
