import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../operator/doctor/examine';
import { VERSION } from '../../operator/version';
import {
  awsWith,
  BUSINESS,
  complaints,
  findingsOf,
  type Machine,
  makeFolder,
  removeFolders,
  SECRET,
  serverWith,
  type Typed,
  tokenUntil,
} from './setups';

afterAll(removeFolders);

/** What somebody got wrong, their machine, and of the line about it: its id, what it says, and what to do. */
type Row = readonly [what: string, machine: Machine | Typed, id: string, what: RegExp, remedy: RegExp];

const server = (change: Typed): Machine => ({ file: serverWith('wotnot', change) });
const klaunch = (change: Typed): Machine => ({ file: serverWith('klaunch', change) });
const voximplant = (change: Typed): Machine => ({ file: serverWith('voximplant', change) });
const botdistrikt = (change: Typed): Machine => ({ file: serverWith('botdistrikt', change) });
const aws = (change: Typed): Machine => ({ file: awsWith('wotnot', change) });
const business = (content: string, change: Typed = {}): Machine => ({
  ...server(change),
  files: { 'business.yaml': content },
});

const NAMES: readonly Row[] = [
  [
    'letters swapped',
    server({ ALOUD_PLATFORM: undefined, ALOUD_PLATFROM: 'wotnot' }),
    'settings.name',
    /ALOUD_PLATFROM/,
    /ALOUD_PLATFORM/,
  ],
  [
    'an underscore left out',
    server({ ALOUD_PUBLIC_URL: undefined, ALOUD_PUBLICURL: 'https://a.test' }),
    'settings.name',
    /ALOUD_PUBLICURL/,
    /ALOUD_PUBLIC_URL/,
  ],
  [
    "the vendor's word",
    server({ WOTNOT_TOKEN: undefined, WOTNOT_API_TOKEN: tokenUntil(9) }),
    'settings.name',
    /WOTNOT_API_TOKEN/,
    /WOTNOT_TOKEN/,
  ],
  [
    "Alexa's prefix",
    server({ ALOUD_SKILL_ID: undefined, ALEXA_SKILL_ID: 'amzn1.ask.skill.1' }),
    'settings.name',
    /ALEXA_SKILL_ID/,
    /ALOUD_SKILL_ID/,
  ],
  [
    'lower case',
    server({ ALOUD_SECRET: undefined, aloud_secret: SECRET }),
    'settings.name',
    /aloud_secret/,
    /ALOUD_SECRET/,
  ],
  [
    'no prefix at all',
    server({ ALOUD_PUBLIC_URL: undefined, PUBLIC_URL: 'https://a.test' }),
    'settings.name',
    /PUBLIC_URL/,
    /ALOUD_PUBLIC_URL/,
  ],
  ['a name nobody knows', server({ ALOUD_COLOUR: 'green' }), 'settings.name', /ALOUD_COLOUR/, /docs\/settings\.md/],
  [
    'a former name',
    server({ ALOUD_NOTICES_PER_SECOND: '5' }),
    'settings.former',
    /ALOUD_NOTICES_PER_SECOND/,
    /ALOUD_NOTIFICATIONS_PER_SECOND/,
  ],
  [
    'the same name twice',
    { file: `${text(serverWith('wotnot'))}ALOUD_HOST=0.0.0.0\n` },
    'env-file.twice',
    /ALOUD_HOST/,
    /take .* out/,
  ],
  [
    'a prefix that the setting has not',
    server({ ALOUD_PORT: '8080' }),
    'settings.name',
    /ALOUD_PORT/,
    /write {2}PORT=/,
  ],
  [
    'a word left out',
    server({ WOTNOT_BOT_KEY: undefined, WOTNOT_KEY: '8Kd2' }),
    'settings.name',
    /WOTNOT_KEY/,
    /WOTNOT_BOT_KEY/,
  ],
  [
    'a word left out of a long name',
    botdistrikt({ BOTDISTRIKT_WEBCHAT_APP_ID: undefined, BOTDISTRIKT_APP_ID: '8841' }),
    'settings.name',
    /BOTDISTRIKT_APP_ID/,
    /BOTDISTRIKT_WEBCHAT_APP_ID/,
  ],
];

const FILE: readonly Row[] = [
  [
    'a colon for an equals sign',
    { file: `${text(serverWith('wotnot', { ALOUD_PLATFORM: undefined }))}ALOUD_PLATFORM: wotnot\n` },
    'env-file.line',
    /line 8/,
    /ALOUD_PLATFORM=/,
  ],
  [
    'a # without quotes',
    klaunch({ KLAUNCH_HASHTAG: '#adler' }),
    'env-file.cut',
    /KLAUNCH_HASHTAG.*#/,
    /KLAUNCH_HASHTAG="…"/,
  ],
  [
    'a # in the midst of a token',
    server({ WOTNOT_WEBHOOK_TOKEN: '91c7f0b2e5d84a36#a1f0c9d2b7e45836' }),
    'env-file.cut',
    /WOTNOT_WEBHOOK_TOKEN.*#/,
    /quotes/,
  ],
  [
    'typographic quotes',
    server({ WOTNOT_BOT_KEY: '“8Kd2mPq7”' }),
    'settings.signs',
    /WOTNOT_BOT_KEY.*quotation/,
    /type it/,
  ],
  [
    'quotes in quotes',
    server({ WOTNOT_BOT_KEY: `'"8Kd2mPq7"'` }),
    'settings.signs',
    /WOTNOT_BOT_KEY.*quotation/,
    /one pair/,
  ],
  [
    'a quotation mark that is not closed',
    server({ WOTNOT_BOT_KEY: '8Kd2mPq7"' }),
    'settings.signs',
    /WOTNOT_BOT_KEY.*quotation/,
    /WOTNOT_BOT_KEY/,
  ],
  [
    'a sign that nobody sees, copied from a web page',
    server({ WOTNOT_BOT_KEY: '8Kd2\u200bmPq7' }),
    'settings.signs',
    /WOTNOT_BOT_KEY.*not seen/,
    /type it/,
  ],
  [
    'a space in the midst of a token',
    server({ WOTNOT_WEBHOOK_TOKEN: '91c7f0b2e5d84a36 a1f0c9d2b7e45836' }),
    'settings.signs',
    /WOTNOT_WEBHOOK_TOKEN.*space/,
    /without/,
  ],
  [
    'a command that nobody runs',
    server({ ALOUD_SECRET: '$(openssl rand -hex 32)---------' }),
    'settings.command',
    /ALOUD_SECRET/,
    /openssl/,
  ],
  ['readable by all', { ...server({}), mode: 0o644 }, 'env-file.mode', /read/, /chmod 600 \.env/],
  [
    'saved as UTF-16',
    { file: Buffer.from(text(serverWith('wotnot')), 'utf16le').toString('latin1') },
    'env-file.encoding',
    /UTF-8/,
    /UTF-8/,
  ],
  [
    'saved as .env.txt',
    { files: { '.env.txt': text(serverWith('wotnot')) } },
    'env-file.missing',
    /\.env\.txt/,
    /mv \.env\.txt \.env/,
  ],
  ['a folder, as Docker makes it', { files: { '.env/': '' } }, 'env-file.unreadable', /is a folder/, /rmdir \.env/],
  ['nothing at all', {}, 'env-file.missing', /no \.env/, /aloud init/],
  [
    'another value in the shell',
    { ...server({}), shell: { ALOUD_PLATFORM: 'wotnot', ALOUD_HOST: '0.0.0.0' } },
    'env-file.hidden',
    /ALOUD_HOST/,
    /unset ALOUD_HOST/,
  ],
];

const ADDRESS: readonly Row[] = [
  [
    'http',
    server({ ALOUD_PUBLIC_URL: 'http://alexa.hotel-adler.test' }),
    'public-url',
    /http:/,
    /https:\/\/alexa\.hotel-adler\.test/,
  ],
  [
    'the whole endpoint',
    server({ ALOUD_PUBLIC_URL: 'https://alexa.hotel-adler.test/alexa' }),
    'public-url',
    /\/alexa/,
    /=https:\/\/alexa\.hotel-adler\.test$/,
  ],
  ['no scheme', server({ ALOUD_PUBLIC_URL: 'alexa.hotel-adler.test' }), 'settings.value', /ALOUD_PUBLIC_URL/, /\.env/],
  [
    'a comma behind it',
    server({ ALOUD_PUBLIC_URL: 'https://alexa.hotel-adler.test,' }),
    'public-url',
    /","/,
    /=https:\/\/alexa\.hotel-adler\.test$/,
  ],
  [
    'a query',
    server({ ALOUD_PUBLIC_URL: 'https://alexa.hotel-adler.test?x=1' }),
    'public-url',
    /\?x=1/,
    /=https:\/\/alexa\.hotel-adler\.test$/,
  ],
  [
    'a server of which nothing else is filled in yet',
    { file: `ALOUD_PLATFORM=wotnot\nALOUD_PUBLIC_URL=\nALOUD_SECRET=${SECRET}` },
    'public-url',
    /ALOUD_PUBLIC_URL/,
    /ALOUD_PUBLIC_URL=/,
  ],
  ['localhost', server({ ALOUD_PUBLIC_URL: 'https://localhost:3000' }), 'public-url', /localhost/, /host name|tunnel/],
  [
    'an address of the office',
    server({ ALOUD_PUBLIC_URL: 'https://192.168.1.20' }),
    'public-url',
    /192\.168\.1\.20/,
    /host name/,
  ],
  ['another port', server({ ALOUD_PUBLIC_URL: 'https://alexa.hotel-adler.test:8443' }), 'public-url', /8443/, /443/],
  [
    "the example's",
    server({ ALOUD_PUBLIC_URL: 'https://alexa.example.com' }),
    'public-url',
    /ALOUD_PUBLIC_URL/,
    /your own/,
  ],
  [
    'none on a server',
    server({ ALOUD_PUBLIC_URL: undefined }),
    'public-url',
    /ALOUD_PUBLIC_URL is not set/,
    /ALOUD_PUBLIC_URL=https/,
  ],
  [
    'the whole address of the webhook',
    server({ ALOUD_PUBLIC_URL: 'https://alexa.hotel-adler.test/webhooks/wotnot/0f8e9c55ab1d4e770f8e9c55ab1d4e77' }),
    'public-url',
    /goes on with "\/web…"/,
    /=https:\/\/alexa\.hotel-adler\.test$/,
  ],
];

const SKILL: readonly Row[] = [
  [
    "the example's skill id",
    server({ ALOUD_SKILL_ID: 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000' }),
    'settings.example',
    /ALOUD_SKILL_ID/,
    /your own/,
  ],
  [
    'no skill id',
    server({ ALOUD_SKILL_ID: undefined }),
    'settings.missing',
    /ALOUD_SKILL_ID/,
    /aloud deploy --profile self-hosted/,
  ],
  [
    'the account in place of the skill',
    server({ ALOUD_SKILL_ID: 'amzn1.ask.account.AFP3ZWPOS2BGJR7OWJZ3DHPKMOMNWY4AY66FUR7ILBWANIHQN73QH' }),
    'settings.value',
    /ALOUD_SKILL_ID/,
    /ALOUD_SKILL_ID/,
  ],
  [
    'a name for the skill id',
    server({ ALOUD_SKILL_ID: 'amzn1.ask.skill.hotel-adler' }),
    'settings.form',
    /ALOUD_SKILL_ID/,
    /copy/i,
  ],
  [
    'a skill id by half',
    server({ ALOUD_SKILL_ID: 'amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3' }),
    'settings.form',
    /ALOUD_SKILL_ID/,
    /copy/i,
  ],
];

const SECRETS: readonly Row[] = [
  [
    'one letter again and again',
    server({ ALOUD_SECRET: 'a'.repeat(32) }),
    'settings.secret',
    /ALOUD_SECRET/,
    /openssl rand -hex 32/,
  ],
  [
    'a word again and again',
    server({ ALOUD_SECRET: 'secret'.repeat(6) }),
    'settings.secret',
    /ALOUD_SECRET/,
    /openssl rand -hex 32/,
  ],
  [
    'the digits in a row',
    server({ ALOUD_SECRET: '0123456789012345678901234567890123' }),
    'settings.secret',
    /ALOUD_SECRET/,
    /openssl rand -hex 32/,
  ],
  [
    'too short',
    server({ ALOUD_SECRET: 'hotel-adler-2026' }),
    'settings.value',
    /ALOUD_SECRET.*32/,
    /openssl rand -hex 32/,
  ],
  [
    "the demo's",
    server({ ALOUD_SECRET: 'the demo keeps no secrets, only simulated customers' }),
    'settings.secret',
    /ALOUD_SECRET.*demo/,
    /openssl rand -hex 32/,
  ],
  [
    'words of the docs',
    server({ ALOUD_SECRET: '"At least 32 random characters, please"' }),
    'settings.secret',
    /ALOUD_SECRET/,
    /openssl rand -hex 32/,
  ],
  [
    'one secret for two things',
    server({ WOTNOT_WEBHOOK_TOKEN: SECRET }),
    'settings.secret',
    /WOTNOT_WEBHOOK_TOKEN.*ALOUD_SECRET/,
    /openssl/,
  ],
  [
    'a webhook token that can be guessed',
    server({ WOTNOT_WEBHOOK_TOKEN: 'adler' }),
    'settings.guessable',
    /WOTNOT_WEBHOOK_TOKEN/,
    /openssl/,
  ],
  [
    "the website's domain",
    botdistrikt({ BOTDISTRIKT_DOMAIN: 'www.adler-hotel.test' }),
    'settings.guessable',
    /BOTDISTRIKT_DOMAIN/,
    /openssl/,
  ],
  [
    'a metrics token that can be guessed',
    server({ ALOUD_METRICS_TOKEN: 'metricsmetricsmetrics' }),
    'settings.guessable',
    /ALOUD_METRICS_TOKEN/,
    /openssl/,
  ],
];

const VENDORS: readonly Row[] = [
  [
    "the vendor's name as it is written",
    server({ ALOUD_PLATFORM: 'WotNot' }),
    'settings.value',
    /ALOUD_PLATFORM/,
    /ALOUD_PLATFORM=wotnot/,
  ],
  [
    'no platform, but all of a real skill',
    server({ ALOUD_PLATFORM: undefined }),
    'settings.demo',
    /ALOUD_PLATFORM/,
    /ALOUD_PLATFORM=wotnot/,
  ],
  [
    'the settings of another platform',
    klaunch({
      ALOUD_PLATFORM: 'wotnot',
      WOTNOT_TOKEN: tokenUntil(9),
      WOTNOT_BOT_KEY: '8Kd2',
      WOTNOT_WEBHOOK_TOKEN: '91c7f0b2e5d84a36a1f0c9d2',
    }),
    'settings.other-platform',
    /KLAUNCH_/,
    /take them out|ALOUD_PLATFORM=klaunch/,
  ],
  [
    'a credential not filled in',
    server({ WOTNOT_BOT_KEY: '' }),
    'settings.missing',
    /WOTNOT_BOT_KEY/,
    /docs\/platforms\/wotnot\.md/,
  ],
  [
    'words to be replaced',
    server({ WOTNOT_BOT_KEY: '<your bot key>' }),
    'settings.placeholder',
    /WOTNOT_BOT_KEY/,
    /docs\/platforms\/wotnot\.md/,
  ],
  [
    'Bearer before the token',
    server({ WOTNOT_TOKEN: '"Bearer eyJhbGciOi"' }),
    'settings.value',
    /WOTNOT_TOKEN.*Bearer/,
    /docs\/platforms\/wotnot\.md/,
  ],
  [
    'a token of another kind',
    server({ WOTNOT_TOKEN: '8f14e45fceea167a5a36dedd4bea2543' }),
    'settings.form',
    /WOTNOT_TOKEN.*JWT/,
    /docs\/platforms\/wotnot\.md/,
  ],
  [
    'a token that has ended',
    server({ WOTNOT_TOKEN: tokenUntil(-3) }),
    'settings.ended',
    /WOTNOT_TOKEN ended/,
    /new one/,
  ],
  [
    'a base URL without its path',
    server({ WOTNOT_BASE_URL: 'https://app.wotnot.io' }),
    'settings.form',
    /WOTNOT_BASE_URL/,
    /\/api\/v1/,
  ],
  [
    'a region that there is not',
    voximplant({ VOXIMPLANT_REGION: 'germany' }),
    'settings.form',
    /VOXIMPLANT_REGION/,
    /us, br, eu, kz, ru, ru2/,
  ],
  [
    'no region',
    voximplant({ VOXIMPLANT_REGION: undefined }),
    'settings.missing',
    /VOXIMPLANT_REGION/,
    /VOXIMPLANT_REGION/,
  ],
  [
    'the region of another host',
    voximplant({ VOXIMPLANT_BASE_URL: 'https://kit-im-us.voximplant.com' }),
    'settings.form',
    /VOXIMPLANT_REGION/,
    /one of the two/,
  ],
  [
    'a name for the UUID',
    voximplant({ VOXIMPLANT_CHANNEL_UUID: 'alexa' }),
    'settings.form',
    /VOXIMPLANT_CHANNEL_UUID/,
    /docs\/platforms\/voximplant\.md/,
  ],
  [
    'the whole link for the UUID',
    voximplant({ VOXIMPLANT_CHANNEL_UUID: 'https://kit-im-eu.voximplant.com/7f1d3c2a' }),
    'settings.value',
    /VOXIMPLANT_CHANNEL_UUID/,
    /docs\/platforms\/voximplant\.md/,
  ],
  [
    'the UUID of zeros, left as it was',
    voximplant({ VOXIMPLANT_CHANNEL_UUID: '00000000-0000-0000-0000-000000000000' }),
    'settings.example',
    /VOXIMPLANT_CHANNEL_UUID/,
    /docs\/platforms\/voximplant\.md/,
  ],
  [
    "the example's address",
    klaunch({ KLAUNCH_URL: 'https://example.com/path/of/the/request/example' }),
    'settings.example',
    /KLAUNCH_URL/,
    /docs\/platforms\/klaunch\.md/,
  ],
  [
    "the example's channel",
    klaunch({ KLAUNCH_CHANNEL_ID: 'D9LjuWl0jappznT5' }),
    'settings.example',
    /KLAUNCH_CHANNEL_ID/,
    /docs\/platforms\/klaunch\.md/,
  ],
  [
    'a name for the number',
    botdistrikt({ BOTDISTRIKT_WEBCHAT_APP_ID: 'adler' }),
    'settings.value',
    /BOTDISTRIKT_WEBCHAT_APP_ID/,
    /docs\/platforms\/botdistrikt\.md/,
  ],
  [
    'credentials over plain http',
    klaunch({ KLAUNCH_URL: 'http://api.klaunch.io/v2/messages' }),
    'settings.form',
    /KLAUNCH_URL.*http/,
    /https/,
  ],
  [
    'an address for the account',
    voximplant({ VOXIMPLANT_ACCOUNT: 'https://kit.voximplant.com/hoteladler' }),
    'settings.form',
    /VOXIMPLANT_ACCOUNT/,
    /docs\/platforms\/voximplant\.md/,
  ],
];

const NOTIFICATIONS: readonly Row[] = [
  [
    'the id alone',
    server({ ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.7d3f' }),
    'settings.pair',
    /ALEXA_CLIENT_SECRET/,
    /Permissions/,
  ],
  [
    'the secret alone',
    server({ ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.99ab' }),
    'settings.pair',
    /ALEXA_CLIENT_ID/,
    /Permissions/,
  ],
  [
    'the two in each other’s place',
    server({ ALEXA_CLIENT_ID: 'amzn1.oa2-cs.v1.99ab', ALEXA_CLIENT_SECRET: 'amzn1.application-oa2-client.7d3f' }),
    'settings.pair',
    /other's place/,
    /swap/,
  ],
  [
    'the skill id for the client id',
    server({
      ALEXA_CLIENT_ID: 'amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
      ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.99ab',
    }),
    'settings.pair',
    /ALEXA_CLIENT_ID/,
    /Permissions/,
  ],
  [
    'elsewhere, on a database of this machine alone',
    server({ ALOUD_NOTIFIER: 'elsewhere' }),
    'settings.notifier',
    /sqlite/,
    /ALOUD_NOTIFIER/,
  ],
  [
    'elsewhere, and here',
    server({
      ALOUD_NOTIFIER: 'elsewhere',
      ALOUD_STORE: 'dynamodb:aloud',
      AWS_REGION: 'eu-west-1',
      ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.7d3f',
      ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.99ab',
    }),
    'settings.notifier',
    /not used/,
    /ALOUD_NOTIFIER/,
  ],
  [
    'the simulator in place of Amazon',
    server({ ALEXA_LWA_URL: 'http://127.0.0.1:4000/auth/O2/token' }),
    'settings.simulator',
    /ALEXA_LWA_URL/,
    /take .* out/,
  ],
];

const STORE: readonly Row[] = [
  [
    'the path alone',
    server({ ALOUD_STORE: './data/aloud.db' }),
    'settings.value',
    /ALOUD_STORE/,
    /ALOUD_STORE=sqlite:\.\/data\/aloud\.db/,
  ],
  ['in memory', server({ ALOUD_STORE: 'sqlite::memory:' }), 'store', /forgotten/, /ALOUD_STORE=sqlite:/],
  [
    'in a folder that is emptied',
    server({ ALOUD_STORE: 'sqlite:/tmp/aloud.db' }),
    'store',
    /\/tmp/,
    /ALOUD_STORE=sqlite:/,
  ],
  [
    'a folder in place of the file',
    { ...server({ ALOUD_STORE: 'sqlite:./data' }), files: { 'data/': '' } },
    'store',
    /folder/,
    /ALOUD_STORE=sqlite:\.\/data\/aloud\.db/,
  ],
  [
    'something else in its place',
    { ...server({ ALOUD_STORE: 'sqlite:./users.csv' }), files: { 'users.csv': 'name;phone\n'.repeat(200) } },
    'store',
    /not a database/,
    /ALOUD_STORE/,
  ],
  ['a full disk', { ...server({}), freeBytes: () => 20_000_000 }, 'store', /20 MB/, /room/],
  ['a table without a region', server({ ALOUD_STORE: 'dynamodb:aloud' }), 'store', /AWS_REGION/, /AWS_REGION=/],
  ['a port that needs rights', server({ PORT: '443' }), 'settings.port', /443/, /proxy/],
  ['any port', server({ PORT: '0' }), 'settings.port', /another port at every start/, /PORT=3000/],
  [
    'an address with a scheme to listen on',
    server({ ALOUD_HOST: 'http://127.0.0.1' }),
    'settings.host',
    /ALOUD_HOST/,
    /ALOUD_HOST=127\.0\.0\.1/,
  ],
  [
    'the public name to listen on',
    server({ ALOUD_HOST: 'alexa.hotel-adler.test' }),
    'settings.host',
    /public name/,
    /ALOUD_HOST=127\.0\.0\.1/,
  ],
  [
    'a region of AWS that there is not',
    server({ ALOUD_STORE: 'dynamodb:aloud', AWS_REGION: 'ireland' }),
    'store',
    /AWS_REGION/,
    /AWS_REGION=eu-west-1/,
  ],
  [
    "half of AWS's credentials",
    server({ ALOUD_STORE: 'dynamodb:aloud', AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIAX' }),
    'store',
    /AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY/,
    /AWS_SECRET_ACCESS_KEY=/,
  ],
];

const BUSINESS_ROWS: readonly Row[] = [
  ['no file', business(''), 'business', /no business\.yaml/, /aloud init/],
  [
    'a field misspelt',
    business(BUSINESS.replace('invocationName', 'invocation_name')),
    'business',
    /business\.yaml:2: .*invocationName/,
    /business\.yaml/,
  ],
  ['not YAML', business(`${BUSINESS}   x: [`), 'business', /business\.yaml/, /business\.yaml/],
  [
    'a name that Amazon refuses',
    business(BUSINESS.replace('invocationName: hotel adler', 'invocationName: ask adler')),
    'business',
    /business\.yaml:2/,
    /business\.yaml/,
  ],
  [
    "the template's words",
    business(BUSINESS.replace(/ {4}description:.*\n/, '')),
    'business.template',
    /description/,
    /business\.yaml/,
  ],
  [
    "nobody's address",
    business(BUSINESS.replace('www.hotel-adler.test', 'hotel.example')),
    'business.template',
    /nobody's/,
    /business\.yaml/,
  ],
  [
    'a folder',
    { ...server({ ALOUD_BUSINESS: 'texts' }), files: { 'texts/': '' } },
    'business',
    /folder/,
    /ALOUD_BUSINESS/,
  ],
  ['a file that is not there', server({ ALOUD_BUSINESS: 'adler.yaml' }), 'business', /adler\.yaml/, /ALOUD_BUSINESS/],
  ['two files', { ...server({}), files: { 'business.yml': BUSINESS } }, 'business.second', /business\.yml/, /take/],
  [
    'another name in .env',
    server({ ALOUD_NAME: 'Pension Adler' }),
    'business.name',
    /ALOUD_NAME/,
    /take ALOUD_NAME out/,
  ],
];

const MACHINE: readonly Row[] = [
  ['an old Node', { ...server({}), nodeVersion: '18.19.1' }, 'node', /18\.19\.1/, /22 or 24/],
  ['a Node at its end', { ...server({}), nodeVersion: '20.19.4' }, 'node', /20\.19\.4/, /22 or 24/],
  [
    'a manifest of another address',
    {
      ...server({}),
      files: { 'dist/self-hosted/skill-package/skill.json': manifest('https://old.hotel-adler.test/alexa') },
    },
    'manifest',
    /old\.hotel-adler\.test/,
    /aloud deploy --profile self-hosted/,
  ],
  [
    'a manifest that may not notify',
    {
      ...server({ ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.7d3f', ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.99ab' }),
      files: { 'dist/self-hosted/skill-package/skill.json': manifest('https://alexa.hotel-adler.test/alexa') },
    },
    'manifest',
    /permission/,
    /aloud deploy --profile self-hosted/,
  ],
  [
    'a locale that came later',
    {
      ...business(BUSINESS.replace('  en-US:', '  de-DE: {summary: S, description: Hotel Adler}\n  en-US:')),
      files: {
        'business.yaml': BUSINESS.replace('  en-US:', '  de-DE: {summary: S, description: Hotel Adler}\n  en-US:'),
        'dist/self-hosted/skill-package/skill.json': manifest('https://alexa.hotel-adler.test/alexa'),
      },
    },
    'manifest',
    /de-DE/,
    /aloud deploy --profile self-hosted/,
  ],
  [
    "another skill's id",
    {
      ...server({}),
      files: {
        '.ask/ask-states.json': JSON.stringify({
          profiles: { 'self-hosted': { skillId: 'amzn1.ask.skill.99999999-5f60-4718-92a3-b4c5d6e7f809' } },
        }),
      },
    },
    'manifest',
    /99999999/,
    /ALOUD_SKILL_ID=/,
  ],
  [
    'more settings than Lambda takes',
    aws({ WOTNOT_SCRIPT_VARIABLES: JSON.stringify({ contact_variables: [{ name: 'x', value: 'y'.repeat(3100) }] }) }),
    'settings.value',
    /bytes/,
    /shorten/,
  ],
  [
    'a region without Alexa',
    {
      ...aws({}),
      files: {
        'ask-resources.json': JSON.stringify({
          profiles: { default: { skillInfrastructure: { userConfig: { awsRegion: 'eu-central-1' } } } },
        }),
      },
    },
    'aws.region',
    /eu-central-1/,
    /eu-west-1/,
  ],
];

/** As 0.1.0 has left it: a skill id, and what the stack of then told. */
const DEPLOYED_BY_0_1_0 = JSON.stringify({
  profiles: {
    default: {
      skillId: 'amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
      skillInfrastructure: {
        '@ask-cli/cfn-deployer': {
          deployState: { default: { outputs: [{ OutputKey: 'WebhookUrl', OutputValue: 'https://a.on.aws/' }] } },
        },
      },
    },
    'self-hosted': { skillId: 'amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' },
  },
});
const deployedBy = (version: string) =>
  DEPLOYED_BY_0_1_0.replace('"outputs":[', `"outputs":[{"OutputKey":"AloudVersion","OutputValue":"${version}"},`);
const notedBy = (aloudVersion: string) =>
  JSON.stringify({ profiles: { 'self-hosted': { skillMetadata: { src: '.' }, aloudVersion } } });

const UPGRADES: readonly Row[] = [
  [
    'a setting by its name of 0.1.0',
    server({ ALOUD_NOTICES_PER_SECOND: '5' }),
    'settings.former',
    /ALOUD_NOTICES_PER_SECOND/,
    /set ALOUD_NOTIFICATIONS_PER_SECOND/,
  ],
  [
    'a stack of 0.1.0, which did not say who made it',
    { ...aws({}), files: { '.ask/ask-states.json': DEPLOYED_BY_0_1_0 } },
    'upgrade.deployment',
    /older version than \d/,
    /docs\/upgrading\.md.*npx aloud deploy$/,
  ],
  [
    'a stack of an older version',
    { ...aws({}), files: { '.ask/ask-states.json': deployedBy('0.1.9') } },
    'upgrade.deployment',
    /version 0\.1\.9 has deployed/,
    /npx aloud deploy$/,
  ],
  [
    'a stack of a newer version',
    { ...aws({}), files: { '.ask/ask-states.json': deployedBy('12.0.0') } },
    'upgrade.deployment',
    /12\.0\.0.*go back/,
    /git pull && npm ci/,
  ],
  [
    'models of 0.1.0 before a server of now',
    { ...server({}), files: { '.ask/ask-states.json': DEPLOYED_BY_0_1_0 } },
    'upgrade.deployment',
    /older version/,
    /npx aloud deploy --profile self-hosted/,
  ],
  [
    'models of an older version before a server of now',
    {
      ...server({}),
      files: { '.ask/ask-states.json': DEPLOYED_BY_0_1_0, 'ask-resources.json': notedBy('0.1.7') },
    },
    'upgrade.deployment',
    /0\.1\.7/,
    /npx aloud deploy --profile self-hosted/,
  ],
  [
    'one of several skills that an older version has deployed',
    {
      ...aws({}),
      files: {
        '.ask/ask-states.json': JSON.stringify({ profiles: { hotel: { skillId: 'amzn1.ask.skill.hotel' } } }),
        'ask-resources.json': JSON.stringify({
          profiles: {
            hotel: { aloud: { skill: 'hotel' }, aloudVersion: '0.1.9', skillMetadata: { src: './dist/skills/hotel' } },
          },
        }),
      },
    },
    'upgrade.deployment',
    /hotel: version 0\.1\.9 has deployed/,
    /npx aloud deploy --skill hotel$/,
  ],
  [
    'a manifest without what this version needs',
    {
      ...aws({}),
      files: {
        'dist/aws/skill-package/skill.json': JSON.stringify({
          manifest: {
            permissions: [],
            events: { publications: [], subscriptions: [{ eventName: 'SKILL_ENABLED' }] },
          },
        }),
      },
    },
    'upgrade.manifest',
    /lacks alexa::devices:all:notifications:write, AMAZON\.MessageAlert\.Activated, SKILL_DISABLED/,
    /npx aloud deploy$/,
  ],
  [
    'an ask-resources.json without an event that this version needs',
    {
      ...aws({}),
      files: {
        'ask-resources.json': JSON.stringify({
          profiles: {
            'self-hosted': { skillMetadata: { src: './dist/self-hosted' } },
            default: {
              skillInfrastructure: {
                userConfig: {
                  awsRegion: 'eu-west-1',
                  skillEvents: {
                    publications: ['AMAZON.MessageAlert.Activated'],
                    subscriptions: ['SKILL_ENABLED', 'SKILL_DISABLED', 'SKILL_PERMISSION_ACCEPTED'],
                  },
                },
              },
            },
          },
        }),
      },
    },
    'upgrade.manifest',
    /ask-resources\.json lacks SKILL_PERMISSION_CHANGED, SKILL_PROACTIVE_SUBSCRIPTION_CHANGED/,
    /skillEvents/,
  ],
];

const ROWS: readonly Row[] = [
  ...[...NAMES, ...FILE, ...ADDRESS, ...SKILL, ...SECRETS, ...VENDORS],
  ...[...NOTIFICATIONS, ...STORE, ...BUSINESS_ROWS, ...MACHINE, ...UPGRADES],
];

function text(lines: Typed): string {
  return Object.entries(lines)
    .map(([name, value]) => (value === undefined ? '' : `${name}=${value}\n`))
    .join('');
}

function manifest(uri: string): string {
  return JSON.stringify({
    manifest: {
      publishingInformation: { locales: { 'en-US': {} } },
      apis: { custom: { endpoint: { uri } } },
      permissions: [],
    },
  });
}

test('there are at least forty', () => expect(ROWS.length).toBeGreaterThanOrEqual(40));

test.each(ROWS)(
  '%s: what is wrong and how to mend it is told in a line each, and no secret',
  async (_what, machine, id, what, remedy) => {
    const findings = await findingsOf(machine as Machine);
    const found = findings.filter((finding) => finding.id === id && finding.outcome !== 'good');
    expect(found.length).toBeGreaterThan(0);
    const fitting = found.filter((finding) => what.test(finding.what));
    expect({ found, fitting: fitting.length > 0 }).toMatchObject({ fitting: true });
    expect({ fitting, mended: fitting.some((finding) => remedy.test(finding.remedy ?? '')) }).toMatchObject({
      mended: true,
    });
    // No check fails by a fault of its own.
    expect(findings.filter((one) => one.id === 'doctor')).toEqual([]);
    for (const finding of findings) {
      expect(finding.what).not.toMatch(/\n/);
      expect(finding.remedy ?? '').not.toMatch(/\n/);
      if (finding.outcome === 'bad' || finding.outcome === 'warning') expect(finding.remedy).toBeTruthy();
    }
    expectNoSecret(findings, machine as Machine);
  },
);

/** What an operator keeps to themselves stands on no screen, whatever is wrong. */
function expectNoSecret(findings: readonly unknown[], { file }: Machine): void {
  const told = JSON.stringify(findings);
  for (const [name, value] of typeof file === 'object' ? Object.entries(file) : []) {
    if (/SECRET|TOKEN|SALT|DOMAIN/i.test(name) && value && value.length > 6) expect(told).not.toContain(value);
  }
}

const GOOD: readonly (readonly [what: string, machine: Machine])[] = [
  ['AWS', { file: awsWith('wotnot', { ALEXA_STAGE: 'development' }) }],
  ['AWS with BotDistrikt', { file: awsWith('botdistrikt') }],
  [
    'a server behind Caddy',
    { file: serverWith('klaunch', { ALOUD_STORE: 'sqlite:./data/aloud.db', LOG_LEVEL: 'warn' }) },
  ],
  [
    'traces, with settings of OpenTelemetry that Aloud hands on',
    server({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_TRACES_SAMPLER: 'traceidratio' }),
  ],
  [
    'a server that notifies',
    {
      file: serverWith('voximplant', {
        ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.7d3f99',
        ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.99ab',
        ALOUD_METRICS_TOKEN: 'f0a1b2c3d4e5f60718',
        VOXIMPLANT_START_OVER: 'restart',
        NODE_ENV: 'production',
        TZ: 'Europe/Berlin',
      }),
    },
  ],
  [
    'the simulator',
    {
      file: {
        ALOUD_PLATFORM: 'botdistrikt',
        ALOUD_SECRET: SECRET,
        BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
        BOTDISTRIKT_DOMAIN: 'https://3f9a7c1e.bluebell.example',
        BOTDISTRIKT_BASE_URL: 'http://127.0.0.1:4100/api',
        ALEXA_LWA_URL: 'http://127.0.0.1:4101/auth/O2/token',
        ALEXA_API_URL: 'http://127.0.0.1:4101',
        ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.simulated',
        ALEXA_CLIENT_SECRET: '"a+b/c&d=e f%"',
      },
    },
  ],
];

test.each(GOOD)('%s, as it should be: no false alarm', async (_what, machine) => {
  expect(complaints(await findingsOf(machine))).toEqual([]);
});

test('a comment of an author’s own, quotes, export and blanks are no faults', async () => {
  const file = `# mine\n\nexport ALOUD_HOST = 127.0.0.1   # the proxy is here\n${text(serverWith('wotnot', { ALOUD_HOST: undefined }))}`;
  expect(complaints(await findingsOf({ file }))).toEqual([]);
});

test.each<Typed>([
  { ALOUD_PUBLIC_URL: 'https://Alexa.Hotel-Adler.test/' },
  {
    ALOUD_SKILL_ID:
      '"amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809, amzn1.ask.skill.2b2c3d4e-5f60-4718-92a3-b4c5d6e7f809"',
  },
  { ALOUD_SECRET: SECRET.toUpperCase() },
  { ALOUD_SECRET: 'kx0Qm1bZ+7/Yt3uVw9sRp2dLe5fHgJcN8aTyUiOo4=4=' },
  { ALOUD_SECRET: '"correct horse battery staple, blue window lamp"' },
  { ALOUD_PUBLIC_URL: 'https://4f1a-80-1-2-3.ngrok-free.app' },
  { LOG_LEVEL: 'debug   # for a while' },
  { ALOUD_NAME: '"Hotel Adler"' },
  { HTTP_PROXY: 'http://proxy:3128', AWS_PROFILE: 'adler', MY_TOKEN: 'x' },
])('%j is no fault', async (change) => {
  expect(complaints(await findingsOf(server(change)))).toEqual([]);
});

test('lines that end as on Windows are no fault', async () => {
  expect(complaints(await findingsOf({ file: text(serverWith('klaunch')).replaceAll('\n', '\r\n') }))).toEqual([]);
});

test('a secret in the wrong place is not told', async () => {
  const pasted = 'sk_Zf83hs9dk2l1qpW7';
  for (const name of [
    'ALOUD_PLATFORM',
    'ALOUD_SKILL_ID',
    'ALOUD_PUBLIC_URL',
    'ALOUD_STORE',
    'ALOUD_HOST',
    'PORT',
    'LOG_LEVEL',
    'AWS_REGION',
    'WOTNOT_BOT_KEY',
    'ALEXA_CLIENT_ID',
    'ALOUD_NAME',
  ]) {
    expect(JSON.stringify(await findingsOf(server({ [name]: pasted })))).not.toContain(pasted);
  }
  for (const line of [pasted, `WOTNOT_TOKEN: ${pasted}`, `${pasted} ${pasted}`, `${pasted}=${pasted}`]) {
    expect(JSON.stringify(await findingsOf({ file: `${text(serverWith('wotnot'))}${line}\n` }))).not.toContain(pasted);
  }
});

test('a folder that nobody may write to is told', async () => {
  // The superuser may write everywhere.
  if (process.getuid?.() === 0) return;
  const root = makeFolder({ file: serverWith('wotnot'), files: { 'data/': '' } });
  chmodSync(join(root, 'data'), 0o500);
  const found = await examine({ root, env: { ...serverWith('wotnot') }, offline: true, nodeVersion: '24.4.0' });
  expect(found.find(({ id }) => id === 'store')).toMatchObject({
    outcome: 'bad',
    remedy: expect.stringContaining('chown'),
  });
});

test('what this version itself has deployed, on AWS and before a server, is no matter', async () => {
  const machines: readonly Machine[] = [
    { ...aws({}), files: { '.ask/ask-states.json': deployedBy(VERSION) } },
    { ...server({}), files: { '.ask/ask-states.json': DEPLOYED_BY_0_1_0, 'ask-resources.json': notedBy(VERSION) } },
  ];
  for (const machine of machines) {
    const findings = await findingsOf(machine);
    expect(findings.filter(({ id }) => id === 'upgrade.deployment')).toEqual([
      expect.objectContaining({ outcome: 'good' }),
    ]);
  }
});

test('a database of 0.1.0 is told before the first start makes it one of now, with the copy to make; one of another secret as such', async () => {
  const folder = makeFolder({});
  copyFileSync(join(__dirname, '../fixtures/stored-0.1.0/sqlite.db'), join(folder, 'aloud.db'));
  const { secret } = JSON.parse(readFileSync(join(__dirname, '../fixtures/stored-0.1.0/expected.json'), 'utf8'));
  const look = (own: string) => {
    const env = serverWith('wotnot', { ALOUD_STORE: 'sqlite:./aloud.db', ALOUD_SECRET: own });
    return examine({ root: folder, env, offline: true, nodeVersion: '24.4.0' });
  };
  expect((await look(secret)).find(({ id }) => id === 'store.older')).toMatchObject({
    outcome: 'warning',
    remedy: expect.stringContaining('.backup'),
  });
  expect((await look(SECRET)).find(({ id }) => id === 'store')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('another ALOUD_SECRET'),
  });
});
