// Which test files run a mutant, noted in the run without mutants, for all processes that judge mutants.
const { readFileSync, writeFileSync } = require('node:fs');

/** In the copy of the project, where each process is at home. */
const FILE = 'covering-tests.json';

/** Test files by mutant: those that run it as they are loaded. */
const byMutant = new Map();
const counts = new Map();
let known;

/** After each test file: what it ran as it was loaded is what has been counted since the file before. */
function noteStatic(testPath, coverage = {}) {
  for (const [mutant, count] of Object.entries(coverage)) {
    if (count === counts.get(mutant)) continue;
    counts.set(mutant, count);
    byMutant.set(mutant, [...(byMutant.get(mutant) ?? []), testPath]);
  }
}

/** After the run without mutants, whose tests are given. */
function keepCovering(tests) {
  const files = {};
  for (const { id, fileName, timeSpentMs } of tests) {
    files[fileName] ??= { ms: 0, ids: [] };
    files[fileName].ms += timeSpentMs;
    files[fileName].ids.push(id);
  }
  writeFileSync(FILE, JSON.stringify({ files, byMutant: Object.fromEntries(byMutant) }));
}

/** The test files that run a mutant, the quickest first, and which tests of each: `undefined` for all. */
function coveringFiles(mutant, testIds) {
  known ??= JSON.parse(readFileSync(FILE, 'utf8'));
  const wanted = testIds && new Set(testIds);
  return Object.entries(known.files)
    .map(([file, { ms, ids }]) => ({ file, ms, ids: wanted && ids.filter((id) => wanted.has(id)) }))
    .filter(({ file, ids }) => (ids ? ids.length > 0 : (known.byMutant[mutant] ?? []).includes(file)))
    .sort((one, other) => one.ms - other.ms);
}

module.exports = { noteStatic, keepCovering, coveringFiles };
