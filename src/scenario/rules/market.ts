import type { Scenario } from '../fields/scenario.ts';
import type { Report } from './index.ts';

const needed = {
  bass: ['size', 'innovation', 'imitation'],
  level: ['level'],
  profile: ['profile'],
} as const;

/** Each market model needs its own fields, which the others ignore. */
export function checkMarket({ market }: Scenario, report: Report): void {
  for (const field of needed[market.model]) {
    if (isWritten(market[field])) continue;
    report(['market', field], { rule: `is required with the model ${market.model}` });
  }
}

/** A field that was left out holds its default, which carries no text; a profile that was left out is empty. */
function isWritten(value: Scenario['market']['size' | 'profile']): boolean {
  return 'kind' in value ? value.written : value.length > 0;
}
