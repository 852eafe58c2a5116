// Which test files run a mutant, noted in the run without mutants, for all processes that judge mutants.
const { readFileSync, writeFileSync } = require('node:fs');

/** In the copy of the project, where each process is at home. */
const FILE = 'covering-tests.json';

/** Mutants by test file: those that run as it is loaded. */
const whileLoading = {};
const counts = new Map();
let known;

/** After each test file: what it ran as it was loaded is what has been counted since the file before. */
function noteStatic(testPath, coverage = {}) {
  const ran = Object.entries(coverage).filter(([mutant, count]) => count !== counts.get(mutant));
  for (const [mutant, count] of ran) counts.set(mutant, count);
  whileLoading[testPath] = ran.map(([mutant]) => mutant);
}

/** After the run without mutants: its tests, and by test the mutants that each ran. */
function keepCovering(tests, { perTest }) {
  const files = {};
  for (const { id, fileName, timeSpentMs } of tests) {
    files[fileName] ??= { ms: 0, ids: [], mutants: [...(whileLoading[fileName] ?? [])] };
    files[fileName].ms += timeSpentMs;
    files[fileName].ids.push(id);
    files[fileName].mutants.push(...Object.keys(perTest[id] ?? {}));
  }
  writeFileSync(FILE, JSON.stringify(files));
}

/** The test files that run a mutant, the quickest first, and which tests of each: `undefined` for all. */
function coveringFiles(mutant, testIds) {
  known ??= Object.entries(JSON.parse(readFileSync(FILE, 'utf8')))
    .map(([file, { ms, ids, mutants }]) => ({ file, ms, ids, mutants: new Set(mutants) }))
    .sort((one, other) => one.ms - other.ms);
  const wanted = testIds && new Set(testIds);
  return known
    .filter(({ mutants }) => mutants.has(mutant))
    .map(({ file, ids }) => ({ file, ids: wanted && ids.filter((id) => wanted.has(id)) }));
}

module.exports = { noteStatic, keepCovering, coveringFiles };
