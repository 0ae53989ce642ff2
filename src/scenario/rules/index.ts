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

/**
 * Checks the rules that span fields, and reports every one that is broken, but not those that rest on a field which
 * could not be read.
 *
 * @param unread the dotted paths of the fields that could not be read
 */
export function checkRules(scenario: Scenario, report: Report, unread: ReadonlySet<string>): void {
  if (!unread.has('calendar.period')) {
    checkCalendar(scenario, report);
    checkProcesses(scenario, report);
  }
  if (!unread.has('market.model')) checkMarket(scenario, report);
  checkLadders(scenario, report);
  checkGates(scenario, report);
  checkCorrelations(scenario, report);
}
