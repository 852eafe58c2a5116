import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bad, type Finding, good } from './finding';
import type { Setup } from './setup';

/** Where Alexa takes functions (docs/deploy-aws.md). */
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1'];
const FILE = 'ask-resources.json';

/** The region that is deployed to. */
export function checkRegion({ root, place }: Setup): readonly Finding[] {
  const path = join(root, FILE);
  if (place !== 'aws' || !existsSync(path)) return [];
  const region = regionIn(readFileSync(path, 'utf8'));
  if (region === undefined) return [bad('aws.region', `${FILE} names no region`, `git checkout ${FILE}`)];
  if (REGIONS.includes(region)) return [good('aws.region', `${region} is a region in which Alexa takes functions`)];
  const what = `${FILE} names the region ${region}, in which Alexa takes no functions`;
  return [bad('aws.region', what, `awsRegion in ${FILE} must be ${REGIONS.join(', ')}`)];
}

function regionIn(text: string): string | undefined {
  try {
    const region = JSON.parse(text).profiles?.default?.skillInfrastructure?.userConfig?.awsRegion;
    return typeof region === 'string' ? region : undefined;
  } catch {
    return undefined;
  }
}
