import type { Scenario } from '../fields/scenario.ts';
import { nearestName } from '../schema/names.ts';
import type { Report } from './index.ts';

/** Every stage names a process of the scenario, and no ladder has the same process twice. */
export function checkLadders(scenario: Scenario, report: Report): void {
  const known = Object.keys(scenario.processes);
  for (const [name, strategy] of Object.entries(scenario.strategies)) {
    strategy.stages.forEach(({ process }, index) => {
      const path = ['strategies', name, 'stages', index, 'process'];
      if (!known.includes(process)) {
        const nearest = nearestName(process, known);
        report(path, {
          value: JSON.stringify(process),
          rule: `must be a process of this scenario: ${known.join(', ') || 'there is none'}`,
          ...(nearest === undefined ? {} : { nearest }),
        });
      } else if (strategy.stages.findIndex((stage) => stage.process === process) < index) {
        report(path, { value: JSON.stringify(process), rule: 'a ladder must not have a process twice' });
      }
    });
  }
}
