import type { Sampling } from '../random/sampling.ts';
import type { Key } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import { correlator } from './correlator.ts';
import { type Future, futureSampler } from './future.ts';
import { inputSampler } from './inputs.ts';
import { type Ladder, ladderOf, type Parameters } from './parameters.ts';
import { resolveScenario, type UncertainField } from './resolve.ts';

/** Everything that is needed to play replications of a scenario, prepared once. */
export interface Replications {
  readonly parameters: Parameters;
  /** The strategies in their order, the baseline first. */
  readonly ladders: readonly Ladder[];
  readonly uncertain: readonly UncertainField[];
  /** The last draws of the uncertain fields, in the units as written and clamped. */
  readonly drawn: Float64Array;
  /** 1 for each uncertain field whose last draw had to be clamped. */
  readonly clamped: Uint8Array;
  /** Draws a replication: sets `parameters`, `drawn` and `clamped`, and returns its future. */
  draw(replication: number): Future;
}

/** Returns the replications of a scenario under a key. Everything in it is used again from one draw to the next. */
export function prepareReplications(scenario: Scenario, key: Key, sampling?: Sampling): Replications {
  const { parameters, uncertain } = resolveScenario(scenario);
  const inputs = inputSampler(uncertain, correlator(scenario, uncertain), key, sampling);
  const drawn = new Float64Array(uncertain.length);
  const future = futureSampler(key, parameters.calendar.horizon);

  function draw(replication: number): Future {
    inputs.draw(replication, drawn);
    uncertain.forEach((field, index) => {
      field.assign(drawn[index] as number);
    });
    return future(replication, parameters);
  }

  const ladders = Object.keys(scenario.strategies).map((name) => ladderOf(parameters, name));
  return { parameters, ladders, uncertain, drawn, clamped: inputs.clamped, draw };
}
