import { correlator, type Repair } from '../model/correlator.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import { type NamedQuantity, quantitiesOf } from '../scenario/quantities.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';

/** Up to this share of clamped draws is not worth a warning. */
const toleratedClamps = 0.001;

/** A field of which more than a trace of the draws lay outside its domain. */
export interface Clamp {
  readonly field: string;
  readonly share: number;
}

/** Returns the fields of a scenario that are uncertain, in the order of the field table. */
export function uncertainFields(scenario: Scenario): readonly NamedQuantity[] {
  return quantitiesOf(scenario).filter(({ value }) => value.distribution.type !== 'constant');
}

/** Returns the fields whose draws had to be put to the edge of their domain more often than is tolerable. */
export function clampsOf(scenario: Scenario, { clamped, replications }: ScenarioSummary): readonly Clamp[] {
  return uncertainFields(scenario)
    .map(({ path }, index) => ({ field: path, share: (clamped[index] ?? 0) / replications }))
    .filter(({ share }) => share > toleratedClamps);
}

/** Returns the correlations of a scenario that no variables can have together, with those that are used instead. */
export function repairsOf(scenario: Scenario): readonly Repair[] {
  return scenario.correlations.length === 0 ? [] : correlator(scenario, uncertainFields(scenario)).repairs;
}

/** Returns what a scenario says that has no effect: processes that no ladder uses, correlations of certain fields. */
export function remarksOn(scenario: Scenario): readonly string[] {
  const used = new Set(
    Object.values(scenario.strategies).flatMap(({ stages }) => stages.map(({ process }) => process)),
  );
  const unused = Object.keys(scenario.processes).filter((name) => !used.has(name));
  const ignored =
    scenario.correlations.length === 0 ? [] : correlator(scenario, uncertainFields(scenario)).ignored;
  return [
    ...unused.map((name) => `processes.${name} is used by no strategy`),
    ...ignored.map(
      ([first, second]) => `the correlation of ${first} and ${second} has no effect: one is certain`,
    ),
  ];
}
