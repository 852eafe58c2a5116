/** A part of `lambda/` whose tests are judged, and the tests that judge it: Stryker's globs. */
export interface Room {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** So large that a quick pass goes first (`quick/`). */
  readonly isLarge?: boolean;
  /** Tests that the quick pass leaves to the whole, as they take long, or measure time. */
  readonly slow?: readonly string[];
  /** Of the tests, modules whose functions depend on what they are given alone. */
  readonly pure?: readonly string[];
  /** Modules whose maps keep what may be made again at any time, which takes time and changes nothing else. */
  readonly forgetful?: readonly string[];
}

const FORGETFUL = ['lambda/conversation/answers/kept.ts'];

/** Left out are tests that need Java, a browser or a build, whole conversations by the hundred, and what measures time. */
export const ROOMS = {
  verifier: { mutate: ['lambda/skill/verifier/*.ts'], tests: ['test/skill/verifier/*.test.ts'] },
  notifications: {
    mutate: ['lambda/notifications/*.ts'],
    tests: ['test/notifications/!(broadcast*).test.ts'],
  },
  store: {
    mutate: ['lambda/store/*.ts', 'lambda/store/sqlite/*.ts'],
    tests: ['test/store/!(dynamodb*|stored*).test.ts', 'test/contract/store.test.ts'],
  },
  conversation: {
    mutate: ['lambda/conversation/**/*.ts', '!lambda/conversation/answers/**'],
    tests: ['test/conversation/!(interleaving*).test.ts', 'test/webhooks/*.test.ts'],
  },
  answers: {
    mutate: ['lambda/conversation/answers/*.ts'],
    tests: ['test/conversation/answers/**/*.test.ts', 'test/conversation/offers.test.ts'],
    isLarge: true,
    slow: ['test/conversation/answers/{free-text,growth}.test.ts'],
    pure: ['test/conversation/answers/english.ts', 'test/conversation/answers/in-language.ts'],
    forgetful: FORGETFUL,
  },
  speech: {
    mutate: ['lambda/speech/**/*.ts'],
    tests: ['test/speech/**/!(linear).test.ts', 'test/conversation/{asking-corpus,heard-*}.test.ts'],
    isLarge: true,
    slow: ['test/speech/{linear-wording,slices}.test.ts'],
    forgetful: FORGETFUL,
  },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof ROOMS;
