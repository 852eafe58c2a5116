import { PLATFORM_NAMES, type PlatformName } from '../../lambda/platforms';
import { checkAnswer } from '../checks';
import { examplesOf } from '../examples';
import { type Exchange, openExchange } from '../exchange';
import { garbage, mutateJson, mutateText } from '../mutate';
import { openStage, type Stage } from '../stage';
import { fail, type Surface } from '../surface';

interface Call {
  readonly platform: PlatformName;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Open {
  readonly stage: Stage;
  readonly exchange: Exchange;
  readonly path: string;
}

/** So many calls are followed by a look whether the server is well. */
const LOOK_EVERY = 100;

/** What the five vendors post to us, with something in it changed. */
export const webhooks: Surface = {
  async make(random) {
    const platform = random.pick(PLATFORM_NAMES);
    const { headers, body } = random.pick((await examplesOf(platform)).webhooks);
    const [name] = Object.keys(headers).filter((header) => header !== 'content-type');
    const isHeader = name !== undefined && random.chance(0.05);
    const changed = isHeader ? { ...headers, [name]: printable(mutateText(headers[name] ?? '', random)) } : headers;
    const odd = random.chance(0.12) ? garbage(body, random) : mutateJson(body, random);
    return JSON.stringify({ platform, headers: changed, body: odd } satisfies Call);
  },
  async open() {
    const opened = new Map<PlatformName, Open>();
    let calls = 0;

    async function openFor(platform: PlatformName): Promise<Open> {
      const known = opened.get(platform);
      if (known) return known;
      const stage = await openStage((await examplesOf(platform)).environment);
      const { origin, pathname: path } = new URL(stage.server.webhookUrl);
      const one = { stage, path, exchange: openExchange(origin) };
      opened.set(platform, one);
      return one;
    }

    return {
      async run(input) {
        const { platform, headers = {}, body = '' } = JSON.parse(input) as Partial<Call>;
        if (platform === undefined || !PLATFORM_NAMES.includes(platform)) return;
        const { stage, exchange, path } = await openFor(platform);
        const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => typeof value === 'string'));
        checkAnswer(await exchange.post(path, String(body), given), stage.secrets.filter(isNotRepeated(String(body))));
        stage.checkLog();
        if (++calls % LOOK_EVERY > 0) return;
        const ready = await fetch(`${stage.server.url}/readyz`);
        if (ready.status !== 200) fail(`after it /readyz answers ${ready.status}`);
      },
      async close() {
        for (const { stage, exchange } of opened.values()) {
          await exchange.close();
          await stage.close();
        }
      },
    };
  },
};

/** What a handshake brings it gets back. */
function isNotRepeated(body: string): (secret: string) => boolean {
  return (secret) => !body.includes(secret);
}

function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?').slice(0, 4000);
}
