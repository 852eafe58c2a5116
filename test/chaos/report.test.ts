import { RULES } from '../../chaos/fault';
import { reportOf } from '../../chaos/report';

const OPTIONS = {
  seed: 7,
  seconds: 1,
  users: 1,
  servers: 1,
  store: 'sqlite',
  platform: 'wotnot',
  messages: 'named',
  script: '',
} as const;
const RESULT = { history: [], plan: [], errors: {} };
const fault = (rule: (typeof RULES)[number], at: number) => ({ rule, at, what: 'a fault', evidence: [] });

test('a report ends with the count of promises that held, and of those that were broken', () => {
  const all = RULES.length;
  expect(reportOf(OPTIONS, RESULT, []).split('\n').at(-1)).toBe(`${all} passed, 0 failed`);
  const faults = [fault('late', 1), fault('late', 2), fault('crashed', 3)];
  expect(reportOf(OPTIONS, RESULT, faults).split('\n').at(-1)).toBe(`${all - 2} passed, 2 failed`);
});
