import type { Gates, Process, Scenario, Stage, Strategy } from '../scenario/fields/scenario.ts';
import type { FieldValue } from '../scenario/schema/quantity.ts';

/** A part of a scenario with every quantity resolved to one number in model units (periods, per period). */
export type Resolved<T> = T extends FieldValue
  ? number
  : T extends readonly (infer U)[]
    ? readonly Resolved<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Resolved<T[K]> }
      : T;

/** A scenario as one replication sees it. */
export type Parameters = Resolved<Scenario>;
export type ProcessParameters = Resolved<Process>;
export type GateParameters = Resolved<Gates>;

/** A step of a ladder, with its process and its gates looked up. */
export interface Step {
  readonly stage: Resolved<Stage>;
  readonly process: ProcessParameters;
  /** What has to be there before this step is left; undefined where it is never left. */
  readonly gates: GateParameters | undefined;
}

/** What the replay of one strategy needs beside the scenario's common parts. */
export interface Ladder {
  readonly strategy: Resolved<Strategy>;
  readonly steps: readonly [Step, ...Step[]];
}

/** Returns a strategy with the processes of its stages looked up. The parts are shared, not copied. */
export function ladderOf(parameters: Parameters, name: string): Ladder {
  const strategy = parameters.strategies[name];
  if (strategy === undefined) throw new RangeError(`no strategy is called ${name}`);
  const [first, ...rest] = strategy.stages.map((stage): Step => {
    const process = parameters.processes[stage.process];
    if (process === undefined) throw new RangeError(`no process is called ${stage.process}`);
    return { stage, process, gates: stage.advanceWhen ?? strategy.advanceWhen };
  });
  if (first === undefined) throw new RangeError(`${name} has no stages`);
  return { strategy, steps: [first, ...rest] };
}

/** Returns the number of periods a year: 52 weeks or 12 months. */
export function periodsPerYear(parameters: {
  readonly calendar: { readonly period: 'week' | 'month' };
}): number {
  return parameters.calendar.period === 'week' ? 52 : 12;
}
