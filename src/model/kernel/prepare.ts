import type { Sampling } from '../../random/sampling.ts';
import type { Key } from '../../random/seed.ts';
import type { Scenario } from '../../scenario/fields/scenario.ts';
import { correlator } from '../correlator.ts';
import { type InputSampler, inputSampler } from '../inputs.ts';
import { type Ladder, ladderOf, type Parameters } from '../parameters.ts';
import { resolveScenario, type UncertainField } from '../resolve.ts';
import { type EncodedScenario, encodeScenario, seasonByPeriod } from './encode.ts';

/** A scenario prepared for the kernel. */
export interface PreparedScenario {
  readonly parameters: Parameters;
  readonly ladders: readonly Ladder[];
  readonly uncertain: readonly UncertainField[];
  readonly inputs: InputSampler;
  readonly encoded: EncodedScenario;
  readonly season: Float64Array<ArrayBuffer>;
  readonly profile: Float64Array<ArrayBuffer>;
}

/** Returns a scenario prepared for the kernel. */
export function prepareScenario(scenario: Scenario, key: Key, sampling?: Sampling): PreparedScenario {
  const { parameters, uncertain } = resolveScenario(scenario);
  const ladders = Object.keys(scenario.strategies).map((name) => ladderOf(parameters, name));
  return {
    parameters,
    ladders,
    uncertain,
    inputs: inputSampler(uncertain, correlator(scenario, uncertain), key, sampling),
    encoded: encodeScenario(parameters, ladders),
    season: seasonByPeriod(parameters),
    profile: Float64Array.from(parameters.market.profile),
  };
}
