import type { Comparison } from './agree.ts';
import type { EndToEndResult } from './end-to-end.ts';
import type { Growth } from './growth.ts';
import type { Machine } from './machine.ts';
import type { MemoryResult } from './memory.ts';
import type { Difference } from './same-bits.ts';
import type { Spread } from './spread.ts';
import type { StartResult } from './starts.ts';
import type { VarianceResult } from './variance.ts';

/** Everything that a benchmark measured: what the JSON holds. A section that was not asked for is left out. */
export interface BenchResult {
  readonly machine: Machine;
  readonly quick: boolean;
  /** Who takes part, or why not. */
  readonly peers: Readonly<Record<string, string>>;
  single?: {
    readonly agreement: {
      readonly comparisons: number;
      readonly falseAlarmRate: number;
      readonly criticalScore: number;
      readonly worst: readonly Comparison[];
      /** Peers whose times do not count, because their answers are not ours. */
      readonly disagreeing: readonly string[];
    };
    readonly kernelAgainstReplay: Readonly<Record<string, Difference>>;
    readonly scenarios: readonly SingleSummary[];
  };
  sharedDraws?: Readonly<Record<string, Spread>>;
  workers?: readonly {
    readonly work: string;
    readonly seconds: Readonly<Record<string, Spread>>;
    /** Of one worker's time over so many workers', round by round. */
    readonly speedUp: Readonly<Record<string, Spread>>;
  }[];
  firstProgressSeconds?: number;
  starts?: readonly (Omit<StartResult, 'warm'> & { readonly warm: Spread; readonly beyondNode: number })[];
  endToEnd?: EndToEndResult;
  memory?: readonly MemoryResult[];
  growth?: readonly Growth[];
  variance?: readonly VarianceResult[];
}

/** One scenario, everybody: nanoseconds for a strategy-period, and how many times the kernel's that is. */
export interface SingleSummary {
  readonly scenario: string;
  readonly nsPerStrategyPeriod: Readonly<Record<string, Spread>>;
  /** Of the others' cost over the kernel's, round by round. */
  readonly timesKernel: Readonly<Record<string, Spread>>;
  /** That the kernel uses while it plays. */
  readonly drawsPerSecond: number;
}
