import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../../src/math/normal.ts';
import type { Distribution } from '../../../../src/model/distributions/index.ts';
import { lawOf } from '../../../../src/model/distributions/law-of.ts';

/*
 * The stated error of the tables: 1e-9 of the value's distance from the end of its support, of the standard deviation
 * where that is smaller, checked against the distribution function at 1,000 scores from -8.2 to 8.2, off the knots.
 * F is wrong by f(x) times the error of x.
 */
const scores = Array.from({ length: 1000 }, (_, index) => -8.2 + 0.0164 * (index + 0.37));

const tabulated: readonly (readonly [Distribution, (x: number) => number])[] = [
  ...[0.05, 0.3, 1, 2.5, 40, 3000, 1e5].map((shape) => {
    const law: Distribution = { type: 'gamma', shape, scale: 1 };
    return [law, (x: number) => Math.min(x, x / Math.sqrt(shape))] as const;
  }),
  ...(
    [
      [0.5, 0.5],
      [0.05, 0.1],
      [1, 5],
      [1.8, 4.2],
      [3, 3],
      [300, 2],
      [1e4, 3e4],
    ] as const
  ).map(([alpha, beta]) => {
    const law: Distribution = { type: 'beta', alpha, beta, min: 0, max: 1 };
    const spread = Math.min(1, Math.sqrt(1 / alpha + 1 / beta));
    return [law, (x: number) => x * (1 - x) * spread] as const;
  }),
  ...[0.2, 0.5, 1, 2.2, 5, 30, 1e4, 1e6].map((df) => {
    const law: Distribution = { type: 'studentt', df, location: 0, scale: 1 };
    return [law, (x: number) => Math.max(1, Math.abs(x))] as const;
  }),
  [
    {
      type: 'mixture',
      weights: [0.3, 0.7],
      components: [
        { type: 'normal', mean: 0, sd: 1 },
        { type: 'normal', mean: 5, sd: 2 },
      ],
    },
    (x) => Math.max(2.8, Math.abs(x - 4)),
  ],
  [
    {
      type: 'mixture',
      weights: [0.3, 0.7],
      components: [
        { type: 'lognormal', mu: 3, sigma: 0.5 },
        { type: 'lognormal', mu: 8, sigma: 0.5 },
      ],
    },
    (x) => x,
  ],
];

describe('a tabulated quantile', () => {
  it.each(tabulated)('%j is right to 1e-9', (distribution, scale) => {
    const law = lawOf(distribution);
    if (law.kind !== 'continuous') throw new Error('must be continuous');
    const [quantile, upper] = [law.quantile(), law.upperQuantile()];
    let [last, worst] = [-Infinity, 0];
    for (const z of scores) {
      const tail = normalCdf(-Math.abs(z));
      const x = z < 0 ? quantile(tail) : upper(tail);
      expect(x).toBeGreaterThanOrEqual(last);
      last = x;
      const found = z < 0 ? law.cdf(x) : law.survival(x);
      const error = Math.abs(found - tail) / (law.density(x) * scale(x));
      // Where x has no digits left beside its support's end, or none above the least double, there is nothing to see.
      if (x > 1 - 1e-6 && distribution.type === 'beta') continue;
      if (Math.abs(x) < 1e-280) continue;
      worst = Math.max(worst, error);
    }
    expect(worst).toBeLessThan(1e-9);
  });

  it('does not depend on where its uniform comes from', () => {
    const law = lawOf({ type: 'gamma', shape: 2, scale: 3 });
    const [quantile, upper] = [law.quantile(), law.upperQuantile()];
    for (const u of [0.25, 0.5, 0.625]) expect(upper(1 - u)).toBeCloseTo(quantile(u), 12);
    expect(quantile(1e-200)).toBeGreaterThan(0);
    expect(quantile(1e-200)).toBeLessThan(quantile(1e-199));
    expect(law.cdf(quantile(1e-100)) / 1e-100).toBeCloseTo(1, 9);
    expect(law.survival(upper(1e-100)) / 1e-100).toBeCloseTo(1, 9);
  });
});
