import fc from 'fast-check';
import { ALL_SETTINGS } from '../../lambda/app/config';
import { findingsOf, removeFolders } from './setups';

afterAll(removeFolders);

const NAMES = [
  ...ALL_SETTINGS.map(({ name }) => name),
  'ALOUD_SETTINGS',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'ALOUD_X',
  'aloud_',
];
const VALUES = [
  ...[
    '',
    ' ',
    '#',
    '# x',
    '"',
    "'",
    '"a',
    '`',
    '=',
    '==',
    '$(x)',
    '{{',
    '[',
    'null',
    '0',
    '-1',
    '1e9',
    'ü',
    '\u200b',
    '\ufeff',
  ],
  ...[
    'http://',
    'https://',
    'https://[',
    'https://a b',
    'https://x.test:99999',
    'https://127.0.0.1',
    'http://localhost:1',
    '//x',
    'x.y.z',
    'a.b.c',
  ],
  ...[
    'sqlite:',
    'sqlite::memory:',
    'sqlite:/',
    'sqlite:.',
    'sqlite:./business.yaml',
    'dynamodb:',
    'dynamodb:abc',
    'klaunch',
    'voximplant',
  ],
  ...[
    'eyJ.eyJleHAiOiJ4In0.x',
    'eyJ.bnVsbA.x',
    'a'.repeat(40),
    'amzn1.ask.skill.',
    'elsewhere',
    '../..',
    '/dev/null',
    'business',
    'x\u0000y',
  ],
];

const line = fc.oneof(
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)).map(([name, value]) => `${name}=${value}`),
  fc.tuple(fc.constantFrom(...NAMES), fc.string()).map(([name, value]) => `${name}=${value}`),
  fc.string(),
);

test('whatever stands in .env, the doctor comes to an end, and says something', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
      const findings = await findingsOf({ file: lines.join('\n') });
      expect(findings.length).toBeGreaterThan(3);
      // No check fails by a fault of its own.
      expect(findings.filter(({ id }) => id === 'doctor')).toEqual([]);
      for (const { outcome, what, remedy } of findings) {
        expect(what).not.toBe('');
        if (outcome === 'bad' || outcome === 'warning') expect(remedy).toBeTruthy();
      }
    }),
    { numRuns: 150 },
  );
});
