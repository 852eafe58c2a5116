import { AloudError } from '../../lambda/errors';
import { type Check, platformChecks } from './checks';
import type { OwnBot, OwnHarness } from './own';
import { Broken, type Stage, setStage } from './stage';

/** No check takes so long that ends. */
const EACH_MS = 20_000;

/** What came of a check. */
export type Checked =
  | { readonly name: string; readonly outcome: 'holds' }
  | { readonly name: string; readonly outcome: 'broken' | 'not-checked'; readonly why: string };

/** Checks a bot of one's own, each time before a new fake of its vendor. */
export async function checkBot(
  bot: OwnBot,
  onChecked: (checked: Checked) => void = () => {},
): Promise<readonly Checked[]> {
  const checks = await checksFor(bot);
  const all: Checked[] = [];
  for (const check of checks) {
    const checked = await checkOne(bot, check);
    all.push(checked);
    onChecked(checked);
  }
  return all;
}

async function checksFor(bot: OwnBot): Promise<readonly Check[]> {
  const harness = await bot.start({ reply: () => [] });
  await end(harness);
  // Where it cannot forget, that is said of the check.
  const { goneStatuses, opensSilently } = harness;
  return platformChecks({ goneStatuses, opensSilently, forgets: true });
}

async function checkOne(bot: OwnBot, { name, needs, hold }: Check): Promise<Checked> {
  let harness: OwnHarness | undefined;
  let stage: Stage | undefined;
  try {
    stage = await setStage(async (replies) => {
      harness = await bot.start(replies);
      return harness;
    });
    const lacking = needs.map((need) => harness?.lacks.get(need)).find((why) => why !== undefined);
    if (lacking !== undefined) return { name, outcome: 'not-checked', why: lacking };
    await inTime(hold(stage));
    if (needs.includes('calls') && stage.calls.length === 0) return { name, outcome: 'not-checked', why: NO_CALLS };
    return { name, outcome: 'holds' };
  } catch (error) {
    if (needs.includes('calls') && stage?.calls.length === 0) return { name, outcome: 'not-checked', why: NO_CALLS };
    return { name, outcome: 'broken', why: whyOf(error) };
  } finally {
    if (harness) await end(harness);
  }
}

const NO_CALLS = 'it makes its calls without createHttp, which reports them';

function whyOf(error: unknown): string {
  if (error instanceof Broken) return error.message;
  if (error instanceof AloudError) return `${error.code}: ${error.message}`;
  return `the check ended with ${error instanceof Error ? `${error.name}: ${error.message}` : typeof error}`;
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Broken(`it did not end within ${EACH_MS / 1000} seconds`)), EACH_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function end({ platform, stopVendor }: OwnHarness): Promise<void> {
  await platform.close();
  await stopVendor();
}
