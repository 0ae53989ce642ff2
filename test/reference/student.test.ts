import { describe, expect, it } from 'vitest';
import { studentCdf, studentQuantile } from '../../src/statistics/student.ts';
import { readReference } from './read-reference.ts';

interface Student {
  readonly quantiles: readonly { readonly df: number; readonly p: number; readonly t: number }[];
  readonly probabilities: readonly { readonly df: number; readonly t: number; readonly p: number }[];
}

const { quantiles, probabilities } = readReference<Student>('student.json');

describe('Student’s t', () => {
  it('quantiles are right to 1e-10', () => {
    for (const { df, p, t } of quantiles) {
      const error = Math.abs(studentQuantile(p, df) - t) / Math.abs(t);
      expect(error, `df ${df} p ${p}`).toBeLessThan(1e-10);
    }
    expect(studentQuantile(0.5, 7)).toBe(0);
  });

  it('probabilities are right to 1e-12', () => {
    for (const { df, t, p } of probabilities) {
      expect(Math.abs(studentCdf(t, df) - p), `df ${df} t ${t}`).toBeLessThan(1e-12);
    }
  });
});
