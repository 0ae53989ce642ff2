import type { Key } from '../src/random/seed.ts';
import type { Scenario } from '../src/scenario/fields/scenario.ts';
import type { Case } from './cases.ts';
import type { Engine } from './engines.ts';
import { cpuSecondsOf } from './measure.ts';
import { addColumns, emptyMoments } from './moments.ts';
import type { Effort } from './options.ts';
import { openSet } from './sets.ts';
import type { Spread } from './spread.ts';

/** How the cost grows along one axis, everything else being held. */
export interface Growth {
  readonly axis: string;
  readonly points: readonly { readonly size: number; readonly seconds: number }[];
  /** Of the straight line through the points' logarithms: 1 is linear, more is worse. */
  readonly slope: number;
  readonly slopeError: number;
}

const repeats = 5;
const longestWeeks = 416;

/** Returns how the kernel's cost, in seconds of the processor, grows with replications, scenarios, periods and strategies. */
export function measureGrowth(bench: Case, engine: Engine, key: Key, effort: Effort): readonly Growth[] {
  const { scenario } = bench;
  const sizes = (first: number, most = Number.POSITIVE_INFINITY) =>
    Array.from({ length: effort.doublings + 1 }, (_, k) => first * 2 ** k).filter((size) => size <= most);
  const scenarios = openSet(bench, 2 ** effort.doublings);
  const group = (count: number) => Array.from({ length: count }, (_, index) => scenarios.at(index));
  let next = 0;

  function along(
    axis: string,
    of: readonly number[],
    work: (size: number) => [readonly Scenario[], number],
  ): Growth {
    const best = new Map<number, number>();
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const size of of) {
        const [played, count] = work(size);
        const range = { first: next, count };
        next += count;
        const seconds = cpuSecondsOf(() => playAll(engine, played, key, range));
        best.set(size, Math.min(seconds, best.get(size) ?? Number.POSITIVE_INFINITY));
      }
    }
    return growthOf(
      axis,
      [...best].map(([size, seconds]) => ({ size, seconds })),
    );
  }

  return [
    along('replications', sizes(256), (size) => [[scenario], size]),
    along('scenarios', sizes(1), (size) => [group(size), 256]),
    along('periods', sizes(26, longestWeeks), (size) => [[withHorizon(scenario, size)], 512]),
    along('strategies', sizes(1), (size) => [[withStrategies(scenario, size)], 256]),
  ];
}

/** The pieces are as large as asked: cutting them is the plan's business. */
function playAll(
  engine: Engine,
  scenarios: readonly Scenario[],
  key: Key,
  range: { first: number; count: number },
): void {
  for (const columns of engine.play(scenarios, key, range)) {
    addColumns(emptyMoments(columns.strategies.length), columns);
  }
}

function withHorizon(scenario: Scenario, weeks: number): Scenario {
  const horizon = { ...scenario.calendar.horizon, distribution: { type: 'constant', value: weeks } } as const;
  return { ...scenario, calendar: { ...scenario.calendar, horizon } };
}

/** The scenario's strategies in turn, each as often as it takes. */
function withStrategies(scenario: Scenario, count: number): Scenario {
  const [first, ...others] = Object.values(scenario.strategies);
  if (first === undefined) throw new RangeError('a scenario has a strategy');
  const all = [first, ...others];
  const strategies = Array.from(
    { length: count },
    (_, i) => [`s${i}`, all[i % all.length] ?? first] as const,
  );
  return { ...scenario, strategies: Object.fromEntries(strategies) };
}

/** Returns the growth through some points, by least squares on the logarithms of both. */
export function growthOf(axis: string, points: Growth['points']): Growth {
  const x = points.map(({ size }) => Math.log2(size));
  const y = points.map(({ seconds }) => Math.log2(seconds));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const dot = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
    a.reduce((sum, value, i) => sum + (value - ma) * ((b[i] ?? mb) - mb), 0);
  const sxx = dot(x, mx, x, mx);
  const slope = dot(x, mx, y, my) / sxx;
  const left = Math.max(0, dot(y, my, y, my) - slope * slope * sxx);
  const slopeError = points.length > 2 ? Math.sqrt(left / (points.length - 2) / sxx) : Number.NaN;
  return { axis, points, slope, slopeError };
}

/**
 * Returns the growth over workers from what the same work took with 1, 2, … of them: what as many times the work would
 * cost, in seconds of a worker. It is linear where a worker more takes nothing from the others.
 */
export function growthOverWorkers(seconds: Readonly<Record<string, Spread>>): Growth {
  const points = Object.entries(seconds).map(([workers, { median }]) => {
    const size = Number(workers);
    return { size, seconds: size * size * median };
  });
  return growthOf('workers', points);
}
