import type { Scenario } from '../fields/scenario.ts';
import { constantPeriods } from '../schema/convert.ts';
import type { Report } from './index.ts';

/** As many periods as a run may have: ten years of weeks. */
export const mostPeriods = 520;

/** The horizon is certain and has 1 to 520 periods. */
export function checkCalendar({ calendar }: Scenario, report: Report): void {
  const path = ['calendar', 'horizon'];
  const { horizon } = calendar;
  if (horizon.distribution.type !== 'constant') {
    report(path, { value: JSON.stringify(horizon.text), rule: 'must be certain' });
    return;
  }
  const periods = constantPeriods(horizon, calendar.period);
  if (periods < 1 || periods > mostPeriods) {
    report(path, {
      value: `${JSON.stringify(horizon.text)}, ${periods} ${calendar.period}s`,
      rule: `must be 1 to ${mostPeriods} periods`,
    });
  }
}
