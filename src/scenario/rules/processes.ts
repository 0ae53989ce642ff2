import type { Process, Scenario } from '../fields/scenario.ts';
import { constantInModelUnits } from '../schema/convert.ts';
import type { Report } from './index.ts';

/** What a process can make within its lead time must reach the least that can be ordered. */
export function checkProcesses(scenario: Scenario, report: Report): void {
  for (const [name, process] of Object.entries(scenario.processes)) {
    const fault = capacityFault(process, scenario.calendar.period);
    if (fault !== undefined) report(['processes', name, 'capacity'], fault);
  }
}

function capacityFault(process: Process, period: 'week' | 'month') {
  const capacity = constantInModelUnits(process.capacity, period);
  const lead = constantInModelUnits(process.lead, period);
  const minimum = constantInModelUnits(process.minimumOrder, period);
  const batch = constantInModelUnits(process.batch, period);
  // A range may fall below in some futures; there nothing is ordered, which is what would happen.
  if ([capacity, lead, minimum, batch].some((value) => value === undefined || Number.isNaN(value)))
    return undefined;
  const [within, size] = [(capacity as number) * (lead as number), batch as number];
  const least = Math.max(1, Math.ceil((minimum as number) / size - 1e-9)) * size;
  if (within >= least - 1e-9) return undefined;
  return {
    value: `${within} units within the lead time`,
    rule: `must reach the minimum order in whole batches (${least} units) within the lead time`,
  };
}
