import { describe, expect, it } from 'vitest';
import { discoveredIssues } from '../../../../src/model/inversion/discovery.ts';
import { exactly, expOf, one } from '../../math/exact.ts';
import { sample } from '../../math/sample.ts';
import { bruteQuantile, cumulate, edgeUniforms } from './brute-force.ts';

function cumulative(open: number, hazard: number) {
  const none = (count: number) => {
    const { value, exponent } = expOf(-exactly(hazard) * BigInt(count));
    return value >> BigInt(-exponent);
  };
  const miss = none(1);
  return cumulate(none(open), (k) => [(one - miss) * BigInt(open - k + 1), miss * BigInt(k)], open);
}

describe('discoveredIssues', () => {
  const uniforms = sample('discovery', 200);
  const cases = [1, 2, 12, 60, 400].flatMap((open) =>
    [1e-6, 0.003, 0.05, 0.4, 2]
      .filter((hazard) => open * hazard < 190)
      .map((hazard) => [open, hazard] as const),
  );

  it.each(cases)('equals the exact sum for %d open issues and a hazard of %d', (open, hazard) => {
    const exact = cumulative(open, hazard);
    for (const u of [...uniforms, ...edgeUniforms(exact)]) {
      expect(discoveredIssues(u, open, hazard), `u ${u}`).toBe(bruteQuantile(exact, u));
    }
  });

  it('finds none where there is none or no hazard, and all of them under a boundless one', () => {
    expect(discoveredIssues(0.999, 0, 1)).toBe(0);
    expect(discoveredIssues(0.999, 0, Infinity)).toBe(0);
    expect(discoveredIssues(0.999, 9, 0)).toBe(0);
    expect(discoveredIssues(0.001, 9, 1e4)).toBe(9);
    expect(discoveredIssues(0.001, 9, Infinity)).toBe(9);
  });
});
