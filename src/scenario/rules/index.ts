import type { Problem } from '../../errors.ts';
import type { Scenario } from '../fields/scenario.ts';
import type { Path } from '../schema/node.ts';
import { checkCalendar } from './calendar.ts';
import { checkCorrelations } from './correlations.ts';
import { checkGates } from './gates.ts';
import { checkLadders } from './ladders.ts';
import { checkMarket } from './market.ts';
import { checkProcesses } from './processes.ts';

export type Report = (path: Path, problem: Problem) => void;

/** Checks the rules that span fields, and reports every one that is broken. */
export function checkRules(scenario: Scenario, report: Report): void {
  checkCalendar(scenario, report);
  checkMarket(scenario, report);
  checkProcesses(scenario, report);
  checkLadders(scenario, report);
  checkGates(scenario, report);
  checkCorrelations(scenario, report);
}
