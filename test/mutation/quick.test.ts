import { addBits, bitsOf, has } from '../../scripts/mutation/quick/bits';
import { cover } from '../../scripts/mutation/quick/coverage';
import { createJudge, type Judged } from '../../scripts/mutation/quick/judge';
import { createLuck } from '../../scripts/mutation/quick/luck';
import { pathsOf } from '../../scripts/mutation/quick/packages';
import { inRandomOrder } from '../../scripts/mutation/quick/random-order';
import { usesOf } from '../../scripts/mutation/quick/uses';

/** A room as the instrumenter and the bundler leave it: changes 0 to 6, and two files of tests. */
const ROOM = `
const is = stryMutAct_9fa48, passes = stryCov_9fa48;
const kept = new Map();
const lengthOf = (word) => {
  if (!kept.has(word)) kept.set(word, (passes(0), is(0) ? 0 : word.length));
  return kept.get(word);
};
const made = (passes(1), is(1) ? 'x' : 'y');
const double = (one) => (passes(2), is(2) ? one : one * 2);
const last = (one) => { while ((passes(3), is(3) ? true : one > 0)) one--; return one; };
const silent = (one) => { if ((passes(4), is(4))) one += 0; return one; };
const waits = async (one) => { await null; return (passes(5), is(5) ? one : -one); };
const unused = () => (passes(6), is(6));
const pure = through('pure', { double, silent });
module.exports = {
  'one.test.ts': () => {
    test.each([['three', 5], ['four', 4]])('%j', (word, length) => expect(lengthOf(word)).toBe(length));
    describe('numbers', () => {
      test('are doubled', () => expect(pure.double(2)).toBe(4));
      test('come to nothing', () => expect(last(3)).toBe(0));
      it('stays', () => expect(pure.silent(2)).toBe(2));
    });
  },
  'two.test.ts': () => {
    test('what is made as it is loaded', () => expect(made).toBe('y'));
    test('waiting', async () => expect(await waits(1)).toBe(-1));
    test('fails without a change', () => expect(lengthOf('six')).toBe(4));
    test('takes time', () => expect(process.cpuUsage().user).toBeGreaterThan(0));
  },
};`;

describe('a room with all changes in it', () => {
  const judged: Judged[] = [];
  let leftOut: readonly string[] = [];

  beforeAll(async () => {
    const coverage = await cover(ROOM, ['one.test.ts', 'two.test.ts'], 7);
    leftOut = coverage.leftOut;
    const judge = createJudge(ROOM, coverage, createLuck(), 5000);
    for (let id = 0; id < 7; id++) judged.push(await judge(id, 'room.ts'));
  });

  test.each([
    ['what is kept for later', 0, 'Killed'],
    ['what is made as it is loaded', 1, 'Killed'],
    ['what a function gives that depends on nothing else', 2, 'Killed'],
    ['what ends a loop', 3, 'Timeout'],
    ['what nobody notices', 4, 'Survived'],
    ['what is waited for', 5, 'Killed'],
    ['what no test passes', 6, 'NoCoverage'],
  ])('a change of %s', (_what, id, status) => {
    expect(judged[id]?.status).toBe(status);
  });

  test('names the test that failed', () => {
    expect(judged[5]?.by).toBe('two.test.ts: waiting');
  });

  test('no test judges that fails without a change, or looks at the time of the processor', () => {
    expect(leftOut).toEqual(['two.test.ts: fails without a change', 'two.test.ts: takes time']);
  });
});

test('a sample is the same each time, and of all places', () => {
  const things = Array.from({ length: 1000 }, (_, index) => index);
  const order = inRandomOrder(things);
  expect(inRandomOrder(things)).toEqual(order);
  expect([...order].sort((one, other) => one - other)).toEqual(things);
  const mean = order.slice(0, 100).reduce((sum, one) => sum + one, 0) / 100;
  expect(mean).toBeGreaterThan(400);
  expect(mean).toBeLessThan(600);
});

test('bits are those of what was passed', () => {
  const bits = bitsOf([1, 9], 10);
  addBits(bits, bitsOf([0, 1, 2], 10), bitsOf([0], 10));
  expect([0, 1, 2, 3, 8, 9].filter((id) => has(bits, id))).toEqual([1, 2, 9]);
});

test('a room leaves out what its globs do', () => {
  const paths = pathsOf(['lambda/conversation/**/*.ts', '!lambda/conversation/answers/**']);
  expect(paths).toContain('lambda/conversation/turn.ts');
  expect(paths.filter((path) => path.includes('/answers/'))).toEqual([]);
});

test('what is made as a source is loaded is judged by those who use it by its name', () => {
  const sources = [
    {
      name: 'a/words.ts',
      content: ['const LETTERS = "ab";', 'export const WORDS = [', '  LETTERS,', '];', 'const idle = 1;'].join('\n'),
    },
    {
      name: 'a/read.ts',
      content: [
        "import { WORDS as all } from './words';",
        'export function read(',
        '): number {',
        '  return all;',
        '}',
      ].join('\n'),
    },
    { name: 'b/far.ts', content: 'export const far = () => WORDS;' },
  ];
  const change = (id: number, fileName: string, line: number) => {
    const place = { line, column: 0 };
    return { id: String(id), fileName, mutatorName: '', replacement: '', location: { start: place, end: place } };
  };
  const places = [
    ['words', 0],
    ['words', 2],
    ['words', 4],
    ['read', 3],
    ['read', 4],
  ] as const;
  const uses = usesOf(
    sources,
    places.map(([name, line], id) => change(id, `a/${name}.ts`, line)),
  );
  expect(uses).toEqual([
    { changes: [0], passed: [3, 4] },
    { changes: [1], passed: [3, 4] },
    { changes: [2], passed: [] },
    { changes: [3, 4], passed: [3, 4] },
  ]);
});
