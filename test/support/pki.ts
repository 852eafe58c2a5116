import { createPki, createPkiParts, type Pki } from '../../simulator/pki';

/** Where the parts of the run's own stand, for the files of tests. */
const PARTS_VARIABLE = 'ALOUD_TEST_PKI';

/** Makes the PKI that all files of this run share. */
export function provideTestPki(): void {
  process.env[PARTS_VARIABLE] = JSON.stringify(createPkiParts());
}

/** The run's own; where none was made, one of the file's own. */
export function testPki(): Pki {
  const parts = process.env[PARTS_VARIABLE];
  return parts ? createPki(JSON.parse(parts)) : createPki();
}
