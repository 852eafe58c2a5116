import { isForSkill } from '../../../lambda/skill/verifier/application';

const OURS = 'amzn1.ask.skill.1';
const OTHER = 'amzn1.ask.skill.2';
const IDS = new Set([OURS, 'amzn1.ask.skill.3']);
const context = (applicationId: unknown) => ({ System: { application: { applicationId } } });

test.each([
  ['a turn', { context: context(OURS), session: { application: { applicationId: OURS } } }],
  ['a turn of another of our skills', { context: context('amzn1.ask.skill.3') }],
  ['an event, which has no session', { context: context(OURS) }],
  ['a session without an application', { context: context(OURS), session: {} }],
])('%s is ours', (_what, envelope) => {
  expect(isForSkill(envelope, IDS)).toBe(true);
});

test.each([
  ['a turn of a strange skill', { context: context(OTHER), session: { application: { applicationId: OTHER } } }],
  ['a session of a strange skill', { context: context(OURS), session: { application: { applicationId: OTHER } } }],
  [
    'a session of ours in a strange context',
    { context: context(OTHER), session: { application: { applicationId: OURS } } },
  ],
  ['a session with an empty application', { context: context(OURS), session: { application: {} } }],
  ['no context', { session: { application: { applicationId: OURS } } }],
  ['nothing at all', {}],
  ['a context without an application', { context: { System: {} } }],
  ['a context that is null', { context: null }],
  ['a context that is text', { context: OURS }],
  ['a list of ids', { context: context([OURS]) }],
  ['a missing id', { context: context(undefined) }],
])('%s is not', (_what, envelope) => {
  expect(isForSkill(envelope as never, IDS)).toBe(false);
});
