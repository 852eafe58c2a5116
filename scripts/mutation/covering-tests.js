// Which test files run a mutant, noted in the run without mutants, for all processes that judge mutants.
const { readFileSync, writeFileSync } = require('node:fs');

/** In the copy of the project, where each process is at home. */
const FILE = 'covering-tests.json';

/** Mutants by test file: those that run as it is loaded. */
const whileLoading = {};
const counts = new Map();
let known;
/** Source and test file: how often the test file was run for a change of the source, and has found it. */
const luck = new Map();
/** What it takes to load a test file, in milliseconds. */
const LOAD_MS = 1000;
const MANY_TESTS = 20;

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
    files[fileName] ??= { tests: [], mutants: [], whileLoading: whileLoading[fileName] ?? [] };
    files[fileName].tests.push({ id, ms: timeSpentMs });
    files[fileName].mutants.push(...Object.keys(perTest[id] ?? {}));
  }
  writeFileSync(FILE, JSON.stringify(files));
}

function readCovering() {
  return Object.entries(JSON.parse(readFileSync(FILE, 'utf8'))).map(([file, { tests, mutants, whileLoading }]) => ({
    file,
    tests,
    mutants: new Set([...mutants, ...whileLoading]),
    whileLoading: new Set(whileLoading),
  }));
}

/**
 * The test files that run a mutant, and which tests of each: of one that runs as files are loaded all of them. First those that are quick for how often they
 * have found something in the same source.
 */
function coveringFiles({ id, fileName }, testIds) {
  known ??= readCovering();
  const isStatic = known.some(({ whileLoading }) => whileLoading.has(id));
  const wanted = new Set(testIds);
  // A file that was not tried yet finds the more the more of its tests run the mutant.
  const worth = ({ file, ms, ids: { length: count } }) => {
    const { runs, found } = luckOf(fileName, file);
    return (found + count / (count + MANY_TESTS)) / (runs + 1) / (ms + LOAD_MS);
  };
  return known
    .filter(({ mutants }) => mutants.has(id))
    .map(({ file, tests }) => {
      const chosen = isStatic ? tests : tests.filter((test) => wanted.has(test.id));
      const ms = chosen.reduce((sum, test) => sum + test.ms, 0);
      return { file, ms, ids: chosen.map((test) => test.id) };
    })
    .filter(({ ids }) => ids.length > 0)
    .sort((one, other) => worth(other) - worth(one));
}

function luckOf(source, testFile) {
  const key = `${source} ${testFile}`;
  if (!luck.has(key)) luck.set(key, { runs: 0, found: 0 });
  return luck.get(key);
}

/** Whether a test file has found the change of a source. */
function noteLuck({ fileName }, testFile, hasFound) {
  const known = luckOf(fileName, testFile);
  known.runs++;
  if (hasFound) known.found++;
}

module.exports = { noteStatic, keepCovering, coveringFiles, noteLuck };
