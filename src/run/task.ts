import type { Range } from '../model/columns.ts';
import type { Sampling } from '../random/sampling.ts';
import type { Key } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import type { CashFlowDetail } from '../statistics/cash-flow-fan.ts';
import type { PackedScenario } from '../statistics/packed/scenario.ts';

/** What is kept for quantiles: every value, or a sketch where a run is too large to keep. */
export interface Detail {
  /** Of cash by period; `none` where that is not asked for. */
  readonly cashFlow: CashFlowDetail;
  readonly metrics: 'runs' | 'sketch';
  /** Of the net present value and its differences. */
  readonly npv: 'runs' | 'sketch';
}

/** A fixed piece of a run's work: the same range of replications of one or more scenarios. */
export interface Task {
  readonly scenarios: readonly Scenario[];
  readonly key: Key;
  readonly range: Range;
  readonly detail: Detail;
  readonly sampling: Sampling;
}

/** What a task gives back: a summary for each of its scenarios, in their order. */
export type TaskResult = readonly PackedScenario[];
