const v8 = require('node:v8');
const vm = require('node:vm');

// Most of what runs in a test runs too seldom to be worth optimising: 13 parts in a hundred less of the processor's time on Node 20,
// whose V8 optimises that soon. Those of later versions know no such flag.
if (process.versions.node.startsWith('20.')) v8.setFlagsFromString('--interrupt-budget=1000000');

const compileFunction = vm.compileFunction;
/** By the name of a module, the script that was last compiled of it, and from what. */
const compiled = new Map();

/**
 * What the language itself brings, and no test puts anything in the place of. In the context of a file of tests each mention of such a
 * name asks the global object, through a proxy of Jest's: 190 nanoseconds where it takes 1.5 elsewhere. So modules have it as
 * variables around them.
 */
const BUILT_IN = [
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'BigInt',
    'Symbol',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'WeakRef',
  ],
  ...['Math', 'JSON', 'Reflect', 'Proxy', 'RegExp', 'Promise', 'Intl', 'Infinity', 'NaN', 'isNaN', 'isFinite'],
  ...['parseInt', 'parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'Uint8Array', 'ArrayBuffer', 'DataView'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError'],
].join();
const builtIn = new vm.Script(`({ ${BUILT_IN} })`);
/** By context. */
const builtIns = new WeakMap();

function builtInsOf(context) {
  const known = builtIns.get(context);
  if (known) return known;
  const made = builtIn.runInContext(context);
  builtIns.set(context, made);
  return made;
}

/** What makes the function of a module of what is built in, as V8 has it once for the whole process: it runs in any context. */
function scriptOf(source, parameters, filename) {
  const known = compiled.get(filename);
  if (known?.source === source && known.parameters === parameters.join()) return known.script;
  const head = `(({ ${BUILT_IN} }) => function (${parameters.join()}) {`;
  // The source stands where it would stand alone: places in it are those of the file.
  const script = new vm.Script(`${head}${source}\n})`, {
    filename,
    columnOffset: -head.length,
    // What a package imports late, as Node has it: a module of Node's own.
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  compiled.set(filename, { source, parameters: parameters.join(), script });
  return script;
}

/**
 * Jest loads all modules anew for each file of tests, and compiles all of them anew. From now on a worker of it compiles a module
 * once: what a file of tests gets of it is still its own, as all of it is made by running the script in the context of the file.
 */
vm.compileFunction = (source, parameters, options = {}) => {
  const { parsingContext, filename } = options;
  if (!parsingContext || !filename) return compileFunction(source, parameters, options);
  try {
    return scriptOf(source, parameters, filename).runInContext(parsingContext)(builtInsOf(parsingContext));
  } catch {
    // What is wrong with it is for Jest to say, in its own words.
    return compileFunction(source, parameters, options);
  }
};

module.exports = require('jest-runtime');
