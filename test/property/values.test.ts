import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cdf,
  type Distribution,
  isDiscrete,
  quantileFunction,
  support,
} from '../../src/model/distributions/index.ts';
import { callNames } from '../../src/scenario/values/calls.ts';
import { parseQuantity, type ValueRule } from '../../src/scenario/values/quantity.ts';

const plain: ValueRule = { dimension: 'plain', domain: {} };
const column = () => [1, 2, 3];

/** Pieces of the grammar in any order, so that much of what is tried is almost right. */
const piece = fc.oneof(
  fc.constantFrom(...callNames),
  fc.constantFrom('(', ')', ',', ':', '=', '/', ' to ', ' per ', '%', '_', '-', '.', 'e', '"', "'", ' '),
  fc.constantFrom(
    'weeks',
    'month',
    'p10',
    'p50',
    'p90',
    'low',
    'high',
    'mean',
    'sd',
    'NaN',
    'Infinity',
    '__proto__',
  ),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
  fc.integer({ min: -5, max: 20 }).map(String),
);
const almost = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), almost);

describe('the value grammar', () => {
  it('never throws, and says what is wrong', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('plain', 'duration', 'perTime'), (raw, dimension) => {
        const result = parseQuantity(raw, { dimension, domain: { min: 0 } } as const, column);
        if (result.ok) return;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { value, rule } of result.problems) expect(value.length * rule.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('never throws for what is not a text', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        parseQuantity(raw, plain);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it('takes no more than 50 ms, however long the text', () => {
    const repeated = fc
      .tuple(piece, piece, fc.string({ unit: 'binary', maxLength: 3 }))
      .map((parts) => parts.join('').repeat(10_000).slice(0, 10_000));
    fc.assert(
      fc.property(repeated, (raw) => {
        // The best of three, so that a busy machine is not a slow parser.
        const times = [0, 1, 2].map(() => {
          const start = performance.now();
          parseQuantity(raw, plain, column);
          return performance.now() - start;
        });
        expect(Math.min(...times)).toBeLessThan(50);
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

const size = fc.double({ min: 0.05, max: 50, noNaN: true });
const place = fc.double({ min: -100, max: 100, noNaN: true });
const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const numbers = fc.tuple(place, size, size, fc.double({ min: 0.05, max: 0.95, noNaN: true }));

/** Texts of every call, with parameters that are right. */
const call = fc
  .tuple(numbers, fc.integer({ min: 0, max: 15 }))
  .map(([[a, b, c, p], which]) =>
    [
      `uniform(${a}, ${a + b})`,
      `triangular(${a}, ${a + p * b}, ${a + b})`,
      `pert(${a}, ${a + p * b}, ${a + b})`,
      `normal(${a}, ${b})`,
      `lognormal(${b}, ${c})`,
      `beta(${b}, ${c})`,
      `gamma(${b}, ${c})`,
      `weibull(${Math.max(0.5, b)}, ${c})`,
      `exponential(${b})`,
      `studentt(${Math.max(0.8, b)}, ${a}, ${c})`,
      `poisson(${b})`,
      `binomial(${Math.ceil(c)}, ${p})`,
      `negbinomial(${b}, ${Math.sqrt(b) + c})`,
      `discrete(${a}: ${p}, ${a + b}: ${1 - p})`,
      `metalog(p10=${a}, p50=${a + b}, p90=${a + 2 * b + p * b})`,
      `${b} to ${b + c}`,
    ].at(which),
  )
  .map(String);
const value = fc.oneof(
  { weight: 3, arbitrary: call },
  {
    weight: 1,
    arbitrary: fc.tuple(call, call, share).map(([x, y, p]) => `mixture(${p}: ${x}, ${1 - p}: ${y})`),
  },
);

function read(raw: string): Distribution {
  const result = parseQuantity(raw, plain);
  if (!result.ok) throw new Error(`${raw}: ${result.problems.map(({ rule }) => rule).join('; ')}`);
  return result.quantity.distribution;
}

describe('a quantile', () => {
  it('never falls as its uniform rises, and stays in the support', () => {
    fc.assert(
      fc.property(value, fc.array(share, { minLength: 2, maxLength: 30 }), (raw, shares) => {
        const distribution = read(raw);
        const quantile = quantileFunction(distribution);
        const { low, high } = support(distribution);
        let last = -Infinity;
        for (const u of shares.toSorted((a, b) => a - b)) {
          const x = quantile(u);
          expect(x).toBeGreaterThanOrEqual(last - 1e-15 * Math.abs(last));
          expect(x >= low && x <= high).toBe(true);
          last = x;
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  it('is where the distribution function reaches its uniform', () => {
    fc.assert(
      fc.property(value, share, (raw, u) => {
        const distribution = read(raw);
        const quantile = quantileFunction(distribution);
        const x = quantile(u);
        if (isDiscrete(distribution)) {
          expect(cdf(distribution, x)).toBeGreaterThanOrEqual(u * (1 - 1e-12));
          return;
        }
        const step = 1e-9 * (Math.abs(x) + quantile(0.999) - quantile(0.001));
        expect(cdf(distribution, x + step)).toBeGreaterThanOrEqual(u * (1 - 1e-9));
        // A mixture may hold an atom, which the smaller of the two must be before.
        const before = x - Math.max(step, 1e-12 * (1 + Math.abs(x)));
        expect(cdf(distribution, before)).toBeLessThanOrEqual(u * (1 + 1e-9));
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
