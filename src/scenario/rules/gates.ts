import type { Gates, Scenario } from '../fields/scenario.ts';
import type { Path } from '../schema/node.ts';
import type { Report } from './index.ts';

const evidence = ['demandStable', 'designFrozen', 'costPressure', 'marketValidated'] as const;

/** A set of gates has a date alone, or gates of evidence of which a possible number is required. */
export function checkGates(scenario: Scenario, report: Report): void {
  for (const [name, strategy] of Object.entries(scenario.strategies)) {
    checkOne(strategy.advanceWhen, ['strategies', name, 'advanceWhen'], report);
    strategy.stages.forEach((stage, index) => {
      checkOne(stage.advanceWhen, ['strategies', name, 'stages', index, 'advanceWhen'], report);
    });
  }
}

function checkOne(gates: Gates | undefined, path: Path, report: Report): void {
  if (gates === undefined) return;
  const given = evidence.filter((gate) => gates[gate] !== undefined);
  if (gates.at !== undefined) {
    if (given.length > 0) report(path, { value: given.join(', '), rule: '"at" must stand alone' });
    if (gates.require !== undefined) report([...path, 'require'], { rule: 'has no meaning beside "at"' });
    return;
  }
  if (given.length === 0) {
    report(path, { rule: `must hold "at" or at least one of ${evidence.join(', ')}` });
  } else if (gates.require !== undefined && gates.require > given.length) {
    report([...path, 'require'], {
      value: String(gates.require),
      rule: `must be from 1 to ${given.length}, the number of gates given`,
    });
  }
}
