import type { ListedSetting } from '../../lambda/config/settings';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../../lambda/platforms';
import type { Prompts } from '../prompts';
import { type EnvDraft, isNeeded } from './env-text';
import type { Given, Where } from './given';
import { invented } from './invented';
import { type Chosen, chosenIn, describePlatform, platformFaults, settingsWith, vendorIn } from './platform';
import { settingFault } from './setting-fault';

type Values = Readonly<Record<string, string | undefined>>;

/** Asks for what the command line does not say. What stands in .env already is the answer to begin with. */
export async function askSettings(prompts: Prompts, given: Given, before: Values): Promise<EnvDraft> {
  const platform = given.platform ?? (await askPlatform(prompts, before.ALOUD_PLATFORM));
  if (platform === undefined) return { platform, where: undefined, values: { ...before, ...given.values }, madeUp: [] };
  prompts.note(
    `${describePlatform(platform).page} says where each of these stands. Enter alone leaves one to be filled in later.`,
  );
  const madeUp: string[] = [];
  let values: Values = { ...before, ...given.values, ALOUD_PLATFORM: platform };
  const ask = async (settings: readonly ListedSetting[], where?: Where) => {
    for (const setting of settings) {
      if (!isNeeded(setting, where, values) || given.values[setting.name] !== undefined) continue;
      const { answer, isMadeUp } = await askSetting(prompts, setting, values[setting.name]);
      values = { ...values, [setting.name]: answer };
      if (isMadeUp) madeUp.push(setting.name);
    }
  };
  const listed = settingsWith(platform);
  await ask(listed.filter((setting) => setting.platform !== undefined));
  const where = given.where ?? (await askWhere(prompts, before));
  const own = ['ALOUD_PUBLIC_URL', 'ALOUD_SKILL_ID'];
  await ask(listed.filter(({ name }) => own.includes(name)).toSorted(byUse(own)), where);
  return { platform, where, values, madeUp };
}

function byUse(names: readonly string[]) {
  return (one: ListedSetting, other: ListedSetting) => names.indexOf(one.name) - names.indexOf(other.name);
}

async function askPlatform(prompts: Prompts, before: string | undefined): Promise<Chosen | undefined> {
  const known = PLATFORM_NAMES.map((value) => ({ value, label: PLATFORMS[value].title }));
  const none = { value: 'none', label: 'none yet', hint: 'a simulated bot answers' } as const;
  const own = {
    value: 'own',
    label: 'one of my own',
    hint: 'a file says how to speak with it: docs/own-bot.md',
  } as const;
  const stood = chosenIn(before);
  const chosen = await prompts.choose<PlatformName | 'own' | 'none'>(
    'Which platform is your bot on?',
    [...known, own, none],
    vendorIn(stood) ?? (stood ? 'own' : PLATFORM_NAMES[0]),
  );
  if (chosen === 'none') return undefined;
  return chosen === 'own' ? askFile(prompts, stood) : chosen;
}

function askFile(prompts: Prompts, before: string | undefined): Promise<Chosen> {
  const fallback = before && !vendorIn(before) ? before : '';
  return prompts.text({
    message: 'Which file? Its path from here: a description (./my-bot.yaml), or a module (./my-bot.js)',
    fallback,
    placeholder: fallback || './my-bot.yaml',
    fault: (answer) => platformFaults(answer.trim())[0],
  });
}

function askWhere(prompts: Prompts, before: Values): Promise<Where> {
  const choices = [
    { value: 'aws', label: 'on AWS', hint: 'Lambda and DynamoDB: docs/deploy-aws.md' },
    { value: 'server', label: 'on a server of your own', hint: 'docs/deploy-self-hosted.md' },
  ] as const;
  return prompts.choose<Where>('Where is it to run?', choices, before.ALOUD_PUBLIC_URL ? 'server' : 'aws');
}

async function askSetting(prompts: Prompts, setting: ListedSetting, before: string | undefined) {
  const { name, secret, example } = setting;
  const fresh = before === undefined ? invented(name) : undefined;
  const [fallback, offer] = before
    ? [before, ' Enter keeps the one that is there.']
    : [fresh ?? '', fresh === undefined ? '' : ` Enter alone: ${secret ? 'a new one is made up' : fresh}.`];
  const message = `${name}: ${plain(setting.doc)}${later(name)}${offer}`;
  const fault = (answer: string) => {
    const wrong = settingFault(setting, answer);
    return wrong && `It ${wrong}`;
  };
  const question = { message, fallback, fault, placeholder: before || fresh || like(example) };
  const answer = await (secret ? prompts.secret(question) : prompts.text(question));
  return { answer, isMadeUp: answer !== '' && answer === fresh };
}

function like(example: string | undefined): string {
  return example === undefined ? '' : `such as ${example.replace(/^"(.*)"$/, '$1')}`;
}

function later(name: string): string {
  return name === 'ALOUD_SKILL_ID' ? ' There is none before the skill is made: Enter alone, then.' : '';
}

/** Without the marks of the docs. */
function plain(doc: string): string {
  return doc.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}
