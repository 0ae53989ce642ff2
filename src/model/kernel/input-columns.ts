import { type StreamId, streamId } from '../../random/stream-id.ts';
import type { Scenario } from '../../scenario/fields/scenario.ts';
import { toModelUnits } from '../../scenario/schema/convert.ts';
import { kinds } from '../../scenario/schema/kinds.ts';
import { clampToDomain, type Domain } from '../../scenario/values/domain.ts';
import { correlator } from '../correlator.ts';
import { preparedQuantile } from '../prepared-quantiles.ts';
import type { UncertainField } from '../resolve.ts';

/** The draws of one uncertain field for a block of replications; the same as those of `inputSampler`. */
export interface InputColumn {
  readonly field: UncertainField;
  readonly id: StreamId;
  /** Turns the uniforms of a block into draws, in the unit as written and clamped. Returns how many were clamped. */
  draw(uniforms: Float64Array, count: number, draws: Float64Array): number;
  /** Turns draws into model units. */
  convert(draws: Float64Array, count: number, values: Float64Array): void;
}

/** What draws the uncertain fields of a scenario. */
export interface InputColumns {
  readonly columns: readonly InputColumn[];
  /** Correlates the uniforms of a block, a column each, in place. */
  correlate(uniforms: readonly Float64Array[], count: number): void;
}

/** Returns what draws the uncertain fields of a scenario, a block of replications at a time. */
export function inputColumns(scenario: Scenario, uncertain: readonly UncertainField[]): InputColumns {
  const { join } = correlator(scenario, uncertain);
  const joint = new Float64Array(uncertain.length);

  function correlate(uniforms: readonly Float64Array[], count: number): void {
    if (scenario.correlations.length === 0) return;
    for (let lane = 0; lane < count; lane++) {
      uniforms.forEach((column, index) => {
        joint[index] = column[lane] as number;
      });
      join(joint);
      uniforms.forEach((column, index) => {
        column[lane] = joint[index] as number;
      });
    }
  }

  return { columns: uncertain.map((field) => inputColumn(field, scenario.calendar.period)), correlate };
}

function inputColumn(field: UncertainField, period: 'week' | 'month'): InputColumn {
  const quantile = preparedQuantile(field.value.distribution);
  const { domain, conversion } = kinds[field.value.kind];
  const { min = -Infinity, max = Infinity } = domain as Domain;

  function draw(uniforms: Float64Array, count: number, draws: Float64Array): number {
    let clamped = 0;
    for (let lane = 0; lane < count; lane++) {
      const drawn = quantile(uniforms[lane] as number);
      // Nearly every draw is well inside, where there is nothing to clamp.
      const value = drawn > min && drawn < max ? drawn : clampToDomain(drawn, domain);
      if (value !== drawn) clamped += 1;
      draws[lane] = value;
    }
    return clamped;
  }

  function convert(draws: Float64Array, count: number, values: Float64Array): void {
    for (let lane = 0; lane < count; lane++) {
      const value = draws[lane] as number;
      values[lane] = conversion === 'none' ? value : toModelUnits(field.value, value, period);
    }
  }

  return { field, id: streamId(field.path), draw, convert };
}
