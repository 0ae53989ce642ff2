import { type Sampling, uniformSource } from '../random/sampling.ts';
import type { Key } from '../random/seed.ts';
import type { NamedQuantity } from '../scenario/quantities.ts';
import { kinds } from '../scenario/schema/kinds.ts';
import { clampToDomain } from '../scenario/values/domain.ts';
import type { Correlator } from './correlator.ts';
import { preparedQuantile } from './prepared-quantiles.ts';

/** Draws every uncertain field of a scenario, once a replication. */
export interface InputSampler {
  /**
   * Writes the draws of a replication to `out`, one a field in order, in the units as written and clamped to their
   * domains. Sampled at random, it uses uniform 0 of the stream that has the field's name; else see uniformSource.
   */
  draw(replication: number, out: Float64Array): void;
  /** 1 for each field whose last draw had to be clamped. */
  readonly clamped: Uint8Array;
}

/**
 * Returns the sampler of a scenario's uncertain fields. What is not correlated keeps the uniform of its own stream, so a
 * field more or less changes no other draw.
 */
export function inputSampler(
  fields: readonly NamedQuantity[],
  { join }: Pick<Correlator, 'join'>,
  key: Key,
  sampling: Sampling = 'random',
): InputSampler {
  const sources = fields.map(({ value }) => ({
    quantile: preparedQuantile(value.distribution),
    domain: kinds[value.kind].domain,
  }));
  const source = uniformSource(
    key,
    fields.map(({ path }) => path),
    sampling,
  );
  const uniforms = new Float64Array(fields.length);
  const clamped = new Uint8Array(fields.length);

  function draw(replication: number, out: Float64Array): void {
    source.fill(replication, uniforms);
    join(uniforms);
    sources.forEach(({ quantile, domain }, index) => {
      const drawn = quantile(uniforms[index] as number);
      const value = clampToDomain(drawn, domain);
      clamped[index] = value === drawn ? 0 : 1;
      out[index] = value;
    });
  }

  return { draw, clamped };
}
