import type { Range } from '../model/columns.ts';
import type { Key } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import type { CashFlowDetail } from '../statistics/cash-flow-fan.ts';
import type { PackedScenario } from '../statistics/packed/scenario.ts';

/** A fixed piece of a run's work: the same range of replications of one or more scenarios. */
export interface Task {
  readonly scenarios: readonly Scenario[];
  readonly key: Key;
  readonly range: Range;
  readonly cashFlow: CashFlowDetail;
}

/** What a task gives back: a summary for each of its scenarios, in their order. */
export type TaskResult = readonly PackedScenario[];
