import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCALES } from '../../../business/locales';
import { loadModels, modelOf } from '../../../simulator/echo/models';

describe('the models of a skill package', () => {
  it('are found by locale', () => {
    expect([...loadModels().keys()].sort()).toEqual([...LOCALES].sort());
    expect(modelOf(loadModels(), 'en-GB').languageModel.invocationName).toMatch(/\w+ \w+/);
  });

  it('say which locales there are when another is asked for', () => {
    expect(() => modelOf(loadModels(), 'en-NZ')).toThrow(/no model for en-NZ, only for .*en-US/);
  });

  it('must be models', () => {
    const folder = mkdtempSync(join(tmpdir(), 'models-'));
    try {
      writeFileSync(join(folder, 'en-US.json'), '{}');
      expect(() => loadModels(folder)).toThrow('en-US.json holds no interactionModel');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
