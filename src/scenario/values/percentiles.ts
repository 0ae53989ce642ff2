import { log } from '../../math/log.ts';
import { normalQuantile } from '../../math/normal.ts';
import type { Distribution } from '../../model/distributions/distribution.ts';
import { metalogFromPercentiles } from '../../model/distributions/metalog.ts';

/** Percentiles by their share (0.1 for p10), ascending, and the bounds given beside them. */
export interface Percentiles {
  readonly points: readonly { readonly share: number; readonly value: number; readonly name: string }[];
  readonly low?: number;
  readonly high?: number;
}

/** What is built, or the rules that it breaks. */
export type Built = Distribution | readonly string[];

/** Returns the share that a name such as `p10` or `p97.5` speaks of, or undefined where it is no percentile. */
export function percentileShare(name: string): number | undefined {
  const digits = /^[pP](\d{1,2}(?:\.\d{1,4})?)$/.exec(name)?.[1];
  const share = digits === undefined ? 0 : Number(`${digits}e-2`);
  return share > 0 ? share : undefined;
}

/** Returns the constant that always takes a value. */
export function constant(value: number): Distribution {
  return { type: 'constant', value };
}

/** Returns the normal with two given percentiles; a constant where they are equal. */
export function normalFromPercentiles({ points }: Percentiles): Built {
  const line = scoreLine(points, (value) => value);
  return Array.isArray(line) || !('slope' in line)
    ? line
    : { type: 'normal', mean: line.at0, sd: line.slope };
}

/** Returns the lognormal with two given percentiles, both above 0; a constant where they are equal. */
export function lognormalFromPercentiles({ points }: Percentiles): Built {
  const faults = points.filter(({ value }) => value <= 0).map(({ name }) => `${name} must be above 0`);
  if (faults.length > 0) return faults;
  const line = scoreLine(points, log);
  return Array.isArray(line) || !('slope' in line)
    ? line
    : { type: 'lognormal', mu: line.at0, sigma: line.slope };
}

/** Returns the metalog with three percentiles, the middle one p50 and the outer ones as far from it; see metalog.ts. */
export function metalogOfPercentiles({ points, low, high }: Percentiles): Built {
  const [first, middle, last] = points;
  const isTriplet =
    points.length === 3 &&
    first !== undefined &&
    last !== undefined &&
    middle?.share === 0.5 &&
    Math.abs(first.share + last.share - 1) < 1e-9;
  if (!isTriplet) return ['needs p50 and two percentiles as far from it, such as p10=, p50=, p90='];
  const values = [first.value, middle.value, last.value] as const;
  if (values[0] === values[2] && values[0] === values[1]) return constant(values[0]);
  return metalogFromPercentiles({
    share: first.share,
    values,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  });
}

/** Returns the distribution of `low to high`: its 5th and 95th percentile, lognormal where low > 0, normal otherwise. */
export function rangeDistribution(low: number, high: number): Built {
  if (low > high) return ['low must not exceed high in "low to high"'];
  const points = [
    { share: 0.05, value: low, name: 'low' },
    { share: 0.95, value: high, name: 'high' },
  ];
  return low > 0 ? lognormalFromPercentiles({ points }) : normalFromPercentiles({ points });
}

/** The straight line through two percentiles over the normal score, of their values as `transform` shows them. */
function scoreLine(points: Percentiles['points'], transform: (value: number) => number) {
  const [first, second] = points;
  if (first === undefined || second === undefined || points.length > 2) {
    return ['needs exactly two percentiles, such as p10= and p90='];
  }
  if (first.value > second.value) return [`${first.name} must not exceed ${second.name}`];
  if (first.value === second.value) return constant(first.value);
  const [z1, z2] = [normalQuantile(first.share), normalQuantile(second.share)];
  const [y1, y2] = [transform(first.value), transform(second.value)];
  return { slope: (y2 - y1) / (z2 - z1), at0: (y1 * z2 - y2 * z1) / (z2 - z1) };
}
