import type { Scenario } from '../fields/scenario.ts';
import { quantitiesOf } from '../quantities.ts';
import { nearestName } from '../schema/names.ts';
import type { Report } from './index.ts';

/** A correlation joins two different quantities of the scenario, each pair once. */
export function checkCorrelations(scenario: Scenario, report: Report): void {
  const known = quantitiesOf(scenario).map(({ path }) => path);
  const pairs = new Set<string>();
  scenario.correlations.forEach(({ first, second }, index) => {
    [first, second].forEach((field, place) => {
      if (field === '' || known.includes(field)) return;
      const nearest = nearestName(field, known);
      report(['correlations', index, place], {
        value: JSON.stringify(field),
        rule: 'is not a quantity of this scenario',
        ...(nearest === undefined ? {} : { nearest }),
      });
    });
    if (first === '' && second === '') return;
    if (first === second)
      report(['correlations', index], { value: first, rule: 'must join two different fields' });
    const pair = [first, second].sort().join('\n');
    if (pairs.has(pair)) {
      report(['correlations', index], { value: `${first}, ${second}`, rule: 'the pair is given twice' });
    }
    pairs.add(pair);
  });
}
