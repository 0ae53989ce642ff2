import { normalCdf, normalQuantile } from '../math/normal.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import type { NamedQuantity } from '../scenario/quantities.ts';
import { buildCopula, type Copula } from './copula/copula.ts';
import { correlate } from './copula/correlate.ts';

/** The uniforms that a draw may use: what a correlated score gives beyond them is kept within them. */
const leastUniform = 1.1102230246251565e-16;
const greatestUniform = 1 - leastUniform;

/** The joint behaviour of a scenario's correlated fields. */
export interface Correlator {
  /** Replaces the uniforms of the correlated fields by correlated ones, in place; the others keep theirs. */
  join(uniforms: Float64Array): void;
  /** What had to change, by the names of the fields, because no variables can be correlated as asked. */
  readonly repairs: readonly Repair[];
  /** Correlations that say nothing, because a field of theirs is certain. */
  readonly ignored: readonly (readonly [string, string])[];
}

/** A rank correlation that was asked for and the nearest possible one that is used. */
export interface Repair {
  readonly first: string;
  readonly second: string;
  readonly asked: number;
  readonly used: number;
}

/** Returns the correlator of a scenario whose uncertain fields are given. */
export function correlator(scenario: Scenario, fields: readonly NamedQuantity[]): Correlator {
  const place = new Map(fields.map(({ path }, index) => [path, index]));
  const possible = scenario.correlations.filter(({ first, second }) => place.has(first) && place.has(second));
  const joined = [...new Set(possible.flatMap(({ first, second }) => [first, second]))];
  const copula = buildCopula(
    joined.length,
    possible.map(({ first, second, rho }) => ({
      first: joined.indexOf(first),
      second: joined.indexOf(second),
      rho,
    })),
  );
  const places = joined.map((path) => place.get(path) as number);
  return {
    join: joiner(copula, places),
    repairs: repairsOf(copula, joined),
    ignored: scenario.correlations
      .filter((correlation) => !possible.includes(correlation))
      .map(({ first, second }) => [first, second] as const),
  };
}

function joiner({ factor }: Copula, places: readonly number[]): (uniforms: Float64Array) => void {
  const scores = new Float64Array(places.length);
  return (uniforms) => {
    places.forEach((place, index) => {
      scores[index] = normalQuantile(uniforms[place] as number);
    });
    correlate(factor, places.length, scores, scores);
    places.forEach((place, index) => {
      const joint = normalCdf(scores[index] as number);
      uniforms[place] = Math.min(greatestUniform, Math.max(leastUniform, joint));
    });
  };
}

function repairsOf({ repaired }: Copula, names: readonly string[]): readonly Repair[] {
  return (repaired?.changes ?? []).map(({ first, second, asked, used }) => ({
    first: names[first] ?? '',
    second: names[second] ?? '',
    asked,
    used,
  }));
}
