import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '../../src/model/kernel/kernel.ts';
import { readPlain } from '../arbitraries/read-plain.ts';
import { scenario } from '../arbitraries/scenario.ts';
import { differencesFrom } from './differences.ts';
import { exportDraws } from './export-draws.ts';
import { hasPython, runOracle } from './run-oracle.ts';

const python = hasPython();
const scenarios = 200;
const replications = 3;

describe(`the model against an independent implementation in Python${python ? '' : ' (skipped: there is no python3)'}`, () => {
  it.skipIf(!python)(`agrees in every metric of ${scenarios} random scenarios`, () => {
    const cases = fc
      .sample(scenario, { seed: 20_250_101, numRuns: scenarios })
      .map((content, index) => ({ content, read: readPlain(content), seed: `oracle ${index}` }));
    const results = runOracle(cases.map(({ read, seed }) => exportDraws(read, seed, replications)));
    const kernel = createKernel();
    const different = cases.flatMap(({ content, read, seed }, index) => {
      const expected = results[index] ?? [];
      const found = [
        ...differencesFrom(expected, read, seed),
        ...differencesFrom(expected, read, seed, kernel),
      ];
      return found.length === 0 ? [] : [{ found, seed, content: JSON.stringify(content) }];
    });
    expect(different).toEqual([]);
  });
});
