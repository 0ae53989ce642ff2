import { squiggleCaseName } from './cases.ts';
import type { BenchResult } from './result.ts';
import { bareNode, helpCommand, smallRun } from './starts.ts';

/** Something that the kernel has to show. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly measured: number;
  readonly met: boolean;
}

/** Returns the targets of which the benchmark measured something. Ratios are medians, the worst scenario's. */
export function targetsOf(result: BenchResult): readonly Target[] {
  const targets: Target[] = [];
  const atLeast = (what: string, least: number, measured: number | undefined) => {
    if (measured === undefined) return;
    targets.push({ what, wanted: `≥ ${least}`, measured, met: measured >= least });
  };
  const atMost = (what: string, most: number, measured: number | undefined) => {
    if (measured === undefined) return;
    targets.push({ what, wanted: `≤ ${most}`, measured, met: measured <= most });
  };

  atLeast('times as fast as C++', 1, worstRatio(result, 'c++'));
  atLeast('times as fast as NumPy', 2.5, worstRatio(result, 'numpy'));
  atLeast('times as fast as replay', 8, worstRatio(result, 'replay'));
  const shared = result.sharedDraws;
  if (shared !== undefined) {
    const one = shared['one scenario']?.median ?? Number.NaN;
    const sets = Object.entries(shared).filter(([name]) => /^set of \d+$/.test(name));
    for (const [name, { median }] of sets)
      atLeast(`${name}, times as fast as one scenario`, 1.2, one / median);
  }
  for (const { work, speedUp } of result.workers ?? []) {
    atLeast(`two workers against one, ${work}`, 1.9, speedUp['2']?.median);
  }
  const end = result.endToEnd;
  atLeast('end to end, share that is the kernel', 0.9, end && end.kernelSeconds / end.seconds);
  atMost('first progress, s', 0.5, result.firstProgressSeconds);
  const start = (name: string) => result.starts?.find((other) => other.name === name);
  atMost(`${helpCommand}, s`, 0.15, start(helpCommand)?.warm.median);
  atMost(`${smallRun}, s beyond ${bareNode}`, 0.5, start(smallRun)?.beyondNode);
  for (const { axis, slope } of result.growth ?? []) atMost(`growth with ${axis}, slope`, 1.05, slope);
  return targets;
}

/** Of the scenarios that hold the whole model. */
function worstRatio({ single }: BenchResult, peer: string): number | undefined {
  const whole = single?.scenarios.filter(({ scenario }) => scenario !== squiggleCaseName) ?? [];
  const ratios = whole.flatMap(({ timesKernel }) => timesKernel[peer]?.median ?? []);
  return ratios.length === 0 ? undefined : Math.min(...ratios);
}
