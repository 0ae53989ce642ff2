import { plainTable } from '../src/cli/screen/plain-table.ts';
import { type Comparison, falseAlarmRate } from './agree.ts';
import { squiggleCaseName } from './cases.ts';
import { columns, short, spreadText } from './figures.ts';
import { growthBars } from './growth-bars.ts';
import type { BenchResult } from './result.ts';
import { targetsOf } from './targets.ts';

/** Returns a benchmark as text for a terminal: a section for each thing that was measured. */
export function describeResult(result: BenchResult): string {
  const sections = [
    who(result),
    agreement(result),
    single(result),
    sharedDraws(result),
    workers(result),
    starts(result),
    endToEnd(result),
    memory(result),
    variance(result),
    growthBars(result.growth ?? []),
    targets(result),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function who({ machine, peers, quick }: BenchResult): string {
  const busy =
    machine.loadBefore > 0.5 ? `; the machine was busy (load ${machine.loadBefore.toFixed(1)})` : '';
  const lines = Object.entries(peers).map(([name, what]) => `  ${name}: ${what}`);
  const short = quick ? ', quick: not to be quoted' : '';
  return `${machine.cpu}, ${machine.processors} processors, Node ${machine.node}${busy}${short}\n${lines.join('\n')}`;
}

function variance({ variance: measured }: BenchResult): string {
  if (measured === undefined) return '';
  const times = (values: readonly number[] = []) => values.map((value) => value.toFixed(1)).join(' ');
  const rows = measured.map(({ scenario, commonFutures, sampling, msToHundredth }) => [
    scenario,
    times(commonFutures),
    ...['lhs', 'sobol'].flatMap((how) => [times(sampling[how]?.means), times(sampling[how]?.differences)]),
    ...['random', 'lhs', 'sobol'].map((how) => (msToHundredth[how] ?? Number.NaN).toFixed(0)),
  ]);
  const head = ['variance ratio', 'common', 'lhs', 'lhs diff', 'sobol', 'sobol diff'];
  const ms = ['ms to ±0.01 sd', 'lhs', 'sobol'];
  const sides = [...head, ...ms].map((_, i) => (i === 0 ? 'left' : 'right') as 'left' | 'right');
  return plainTable([...head, ...ms], rows, sides);
}

function agreement({ single }: BenchResult): string {
  if (single === undefined) return '';
  const { comparisons, criticalScore, worst, disagreeing } = single.agreement;
  const bits = Object.entries(single.kernelAgainstReplay).map(
    ([scenario, { values, differing, worst: most }]) =>
      `  kernel and replay, ${scenario}: ${differing} of ${values} values differ${differing > 0 ? `, by ${most.toExponential(1)} at most` : ''}`,
  );
  return [
    `Agreement: ${comparisons} means compared with ours; |z| may reach ${criticalScore.toFixed(2)} (false alarms ${falseAlarmRate} overall)`,
    ...worst.map(
      (one) => `  ${describeComparison(one)}${disagreeing.includes(one.peer) ? ': DISAGREES' : ''}`,
    ),
    ...bits,
  ].join('\n');
}

function describeComparison({ peer, scenario, strategy, metric, ours, theirs, z }: Comparison): string {
  return `${peer}: worst z ${z.toFixed(2)}, ${scenario} ${strategy} ${metric} (ours ${short(ours)}, theirs ${short(theirs)})`;
}

function single({ single: measured }: BenchResult): string {
  if (measured === undefined) return '';
  const rows = measured.scenarios.flatMap(({ scenario, nsPerStrategyPeriod, timesKernel, drawsPerSecond }) =>
    Object.entries(nsPerStrategyPeriod).map(([name, ns], index) => [
      index === 0 ? scenario : '',
      name,
      ...columns(ns),
      spreadText(timesKernel[name]),
      index === 0 ? `${(drawsPerSecond / 1e6).toFixed(1)} M` : '',
    ]),
  );
  const head = ['', 'ns per strategy-period', 'min', 'median', 'max', 'times the kernel', 'draws a second'];
  const table = plainTable(head, rows, ['left', 'left', 'right', 'right', 'right', 'left', 'right']);
  return `${table}\n\n${partNote}`;
}

const partNote = [
  'Drawing, playing, and mean and standard deviation of every metric; one thread each.',
  `${squiggleCaseName} is only the part of the model that Squiggle expresses over sample sets: one order, then sales from stock.`,
].join('\n');

function sharedDraws({ sharedDraws: measured }: BenchResult): string {
  if (measured === undefined) return '';
  const one = measured['one scenario']?.median ?? Number.NaN;
  const rows = Object.entries(measured).map(([name, ns]) => [name, ...columns(ns), short(one / ns.median)]);
  const head = ['One thread, ns per strategy-period', 'min', 'median', 'max', 'times as fast as one'];
  return plainTable(head, rows, ['left', 'right', 'right', 'right', 'right']);
}

function workers({ workers: measured, firstProgressSeconds }: BenchResult): string {
  if (measured === undefined) return '';
  const rows = measured.flatMap(({ work, seconds, speedUp }) =>
    Object.entries(seconds).map(([count, spread], index) => [
      index === 0 ? work : '',
      count,
      ...columns(spread),
      spreadText(speedUp[count]),
    ]),
  );
  const head = ['Through the pool, s', 'workers', 'min', 'median', 'max', 'times as fast as one'];
  const table = plainTable(head, rows, ['left', 'right', 'right', 'right', 'right', 'left']);
  return firstProgressSeconds === undefined
    ? table
    : `${table}\n\nFirst progress of a long run after ${firstProgressSeconds.toFixed(2)} s`;
}

function starts({ starts: measured }: BenchResult): string {
  if (measured === undefined) return '';
  const rows = measured.map(({ name, cold, warm, beyondNode }) => [
    name,
    cold.toFixed(3),
    ...[warm.min, warm.median, warm.max, beyondNode].map((x) => x.toFixed(3)),
  ]);
  const head = ['Start to end, s', 'first', 'min', 'median', 'max', 'beyond Node'];
  return plainTable(head, rows, ['left', 'right', 'right', 'right', 'right', 'right']);
}

function endToEnd({ endToEnd: measured }: BenchResult): string {
  if (measured === undefined) return '';
  const { scenarios, replications, workers: count, seconds, kernelSeconds } = measured;
  const share = ((100 * kernelSeconds) / seconds).toFixed(0);
  return `End to end: ${scenarios} scenarios × ${replications} replications on ${count} workers in ${seconds.toFixed(1)} s; the kernel alone would take ${kernelSeconds.toFixed(1)} s, ${share}% of it`;
}

function memory({ memory: measured }: BenchResult): string {
  if (measured === undefined) return '';
  const rows = measured.map(({ name, bytes }) => [
    name,
    bytes === undefined ? 'needs GNU time (apt-get install time)' : `${Math.round(bytes / 1024 / 1024)} MiB`,
  ]);
  return plainTable(['Peak memory', ''], rows, ['left', 'right']);
}

function targets(result: BenchResult): string {
  const rows = targetsOf(result).map(({ what, wanted, measured, met }) => [
    what,
    wanted,
    short(measured),
    met ? 'met' : 'MISSED',
  ]);
  if (rows.length === 0) return '';
  return plainTable(['Target', 'wanted', 'measured', ''], rows, ['left', 'right', 'right', 'left']);
}
