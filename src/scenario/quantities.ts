import type { Scenario } from './fields/scenario.ts';
import type { FieldValue } from './schema/quantity.ts';

/** A quantity and the dotted field that holds it. */
export interface NamedQuantity {
  readonly path: string;
  readonly value: FieldValue;
}

/** Returns every quantity of a scenario in the order of the field table. */
export function quantitiesOf(scenario: Scenario): readonly NamedQuantity[] {
  return below(scenario, '');
}

/** Returns whether a part of a scenario is a quantity. */
export function isQuantity(part: unknown): part is FieldValue {
  return typeof part === 'object' && part !== null && 'kind' in part && 'distribution' in part;
}

function below(part: unknown, path: string): NamedQuantity[] {
  if (isQuantity(part)) return [{ path, value: part }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    below(inner, path === '' ? name : `${path}.${name}`),
  );
}
