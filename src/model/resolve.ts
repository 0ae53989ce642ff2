import type { Scenario } from '../scenario/fields/scenario.ts';
import { isQuantity, type NamedQuantity } from '../scenario/quantities.ts';
import { constantInModelUnits, toModelUnits } from '../scenario/schema/convert.ts';
import type { Parameters } from './parameters.ts';

/** An uncertain field: where it stands, its distribution, and where its draws go. */
export interface UncertainField extends NamedQuantity {
  /** Puts a draw, in the unit in which the field was written, into the parameters. */
  assign(draw: number): void;
  /** Puts a number in model units into the parameters. */
  put(value: number): void;
}

/** A scenario resolved to model units, with the places of its uncertain fields still to be filled. */
export interface ResolvedScenario {
  /** Used again for every replication: `assign` changes it in place. Uncertain fields hold NaN until then. */
  readonly parameters: Parameters;
  /** In the order of the field table. */
  readonly uncertain: readonly UncertainField[];
}

/** Returns a scenario in model units: periods, per period, and every certain value as one number. */
export function resolveScenario(scenario: Scenario): ResolvedScenario {
  const uncertain: UncertainField[] = [];
  const parameters = resolvePart(scenario, '', scenario.calendar.period, uncertain) as Parameters;
  return { parameters, uncertain };
}

function resolvePart(
  part: unknown,
  path: string,
  period: 'week' | 'month',
  uncertain: UncertainField[],
): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const resolved: Record<string, unknown> | unknown[] = Array.isArray(part) ? [] : {};
  for (const [name, inner] of Object.entries(part)) {
    const innerPath = path === '' ? name : `${path}.${name}`;
    const holder = resolved as Record<string, unknown>;
    if (!isQuantity(inner)) {
      holder[name] = resolvePart(inner, innerPath, period, uncertain);
      continue;
    }
    const certain = constantInModelUnits(inner, period);
    holder[name] = certain ?? Number.NaN;
    if (certain !== undefined) continue;
    uncertain.push({
      path: innerPath,
      value: inner,
      assign: (draw) => {
        holder[name] = toModelUnits(inner, draw, period);
      },
      put: (value) => {
        holder[name] = value;
      },
    });
  }
  return resolved;
}
