import { bad, type Finding, warning } from '../finding';
import { isLoopback, type Setup } from '../setup';

const CONSOLE = 'developer console, Build, Permissions, Alexa Skill Messaging';
const CLIENT_ID = /^amzn1\.application-oa2-client\./;

/** Settings that are right by themselves, and do not go together. */
export function checkTogether(setup: Setup): readonly Finding[] {
  return [...messaging(setup), ...notifier(setup), ...simulated(setup)];
}

function messaging({ value, place }: Setup): readonly Finding[] {
  const [id, secret] = [value('ALEXA_CLIENT_ID'), value('ALEXA_CLIENT_SECRET')];
  // The stack on AWS has its own.
  if (place === 'aws' || (id === undefined && secret === undefined)) return [];
  const tell = (what: string, remedy: string) => [bad('settings.pair', what, remedy)];
  if (secret === undefined)
    return tell('ALEXA_CLIENT_ID is set without ALEXA_CLIENT_SECRET', `both are in the ${CONSOLE}`);
  if (id === undefined) return tell('ALEXA_CLIENT_SECRET is set without ALEXA_CLIENT_ID', `both are in the ${CONSOLE}`);
  if (CLIENT_ID.test(secret))
    return tell("ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET are in each other's place", 'swap them');
  if (!CLIENT_ID.test(id)) {
    return tell('ALEXA_CLIENT_ID is no client id (amzn1.application-oa2-client.…)', `it is in the ${CONSOLE}`);
  }
  return [];
}

function notifier({ value }: Setup): readonly Finding[] {
  if (value('ALOUD_NOTIFIER') !== 'elsewhere') return [];
  const id = 'settings.notifier';
  const store = value('ALOUD_STORE') ?? 'sqlite:';
  const isAlone = store.startsWith('sqlite:');
  return [
    ...(isAlone
      ? [
          warning(
            id,
            'ALOUD_NOTIFIER is elsewhere, but a sqlite file is on this machine alone',
            'take ALOUD_NOTIFIER out, or share a table: docs/deploy-self-hosted.md',
          ),
        ]
      : []),
    ...(value('ALEXA_CLIENT_ID') && !isAlone
      ? [
          warning(
            id,
            'ALEXA_CLIENT_ID is not used here, as ALOUD_NOTIFIER is elsewhere',
            'take one of them out: ALOUD_NOTIFIER or ALEXA_CLIENT_ID',
          ),
        ]
      : []),
  ];
}

/** The simulator's addresses beside a real one. */
function simulated({ value, place, settings }: Setup): readonly Finding[] {
  if (place !== 'server' && place !== 'aws') return [];
  return settings.flatMap(({ name }) => {
    const isAmazon = name === 'ALEXA_LWA_URL' || name === 'ALEXA_API_URL';
    const isVendor = /_BASE_URL$|^KLAUNCH_URL$/.test(name) && isLoopback(value(name));
    if (!value(name) || !(isAmazon || isVendor)) return [];
    const what = `${name} is the simulator's: what is meant for ${isAmazon ? 'Amazon' : 'the vendor'} does not get there`;
    return [bad('settings.simulator', what, `take ${name} out of .env`)];
  });
}

/** Where it listens, which several skills share. */
export function checkListening({ value, place, publicUrl }: Setup): readonly Finding[] {
  if (place !== 'server') return [];
  const [port, host] = [value('PORT'), value('ALOUD_HOST')];
  const isPublic = host !== undefined && publicUrl !== undefined && new URL(publicUrl).hostname === host;
  const isName = host !== undefined && /[/:]/.test(host) && !/^[0-9a-f:]+$/i.test(host);
  return [
    ...(port === '443' || port === '80'
      ? [
          warning(
            'settings.port',
            `PORT=${port} speaks plain HTTP, and TLS is the proxy's`,
            'PORT=3000, with a proxy before it: docs/deploy-self-hosted.md',
          ),
        ]
      : []),
    ...(port === '0' ? [warning('settings.port', 'PORT=0 is another port at every start', 'PORT=3000')] : []),
    ...(isPublic
      ? [
          warning(
            'settings.host',
            'ALOUD_HOST is the public name, at which the proxy listens',
            'ALOUD_HOST=127.0.0.1, or 0.0.0.0 where the proxy is elsewhere',
          ),
        ]
      : []),
    ...(isName ? [bad('settings.host', 'ALOUD_HOST is no address to listen on', 'ALOUD_HOST=127.0.0.1')] : []),
  ];
}
