import { type Sampling, type UniformSource, uniformSource } from '../../random/sampling.ts';
import type { Key } from '../../random/seed.ts';
import type { Scenario } from '../../scenario/fields/scenario.ts';
import { type Ladder, ladderOf, type Parameters } from '../parameters.ts';
import { resolveScenario, type UncertainField } from '../resolve.ts';
import { type EncodedScenario, encodeScenario, seasonByPeriod } from './encode.ts';
import { type InputColumns, inputColumns } from './input-columns.ts';

/** A scenario prepared for the kernel. */
export interface PreparedScenario {
  readonly parameters: Parameters;
  readonly ladders: readonly Ladder[];
  readonly uncertain: readonly UncertainField[];
  readonly inputs: InputColumns;
  /** Where the uniforms of the inputs come from; undefined where they are random, which the kernel does itself. */
  readonly evenly: UniformSource | undefined;
  readonly encoded: EncodedScenario;
  readonly season: Float64Array<ArrayBuffer>;
  readonly profile: Float64Array<ArrayBuffer>;
}

/** Returns a scenario prepared for the kernel. */
export function prepareScenario(
  scenario: Scenario,
  key: Key,
  sampling: Sampling = 'random',
): PreparedScenario {
  const { parameters, uncertain } = resolveScenario(scenario);
  const ladders = Object.keys(scenario.strategies).map((name) => ladderOf(parameters, name));
  return {
    parameters,
    ladders,
    uncertain,
    inputs: inputColumns(scenario, uncertain),
    evenly:
      sampling === 'random'
        ? undefined
        : uniformSource(
            key,
            uncertain.map(({ path }) => path),
            sampling,
          ),
    encoded: encodeScenario(parameters, ladders, uncertain),
    season: seasonByPeriod(parameters),
    profile: Float64Array.from(parameters.market.profile),
  };
}
