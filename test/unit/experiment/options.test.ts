import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { checkOptions } from '../../../src/experiment/options.ts';

describe('the options of a program', () => {
  it('may be left out, or lie in their ranges', () => {
    expect(() => checkOptions({})).not.toThrow();
    expect(() => checkOptions({ replications: 1, replication: 0, workers: 1024 })).not.toThrow();
  });

  it.each([0, -5, 1.5, Number.NaN, 2 ** 32])('cannot be %s replications', (replications) => {
    expect(() => checkOptions({ replications })).toThrow(InputError);
  });

  it('are all named where several are wrong', () => {
    try {
      checkOptions({ replications: 0, replication: -1, workers: 0 });
      expect.unreachable();
    } catch (error) {
      const problems = (error as InputError).problems;
      expect(problems.map(({ path }) => path)).toEqual(['replications', 'replication', 'workers']);
    }
  });
});
