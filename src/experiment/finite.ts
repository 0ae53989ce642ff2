import { type Problem, RunError } from '../errors.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';

/** The one metric that need not exist: it has no value where no unit was made. */
const mayBeEmpty = 'unit_cost';

/** Throws RunError where a metric of a scenario is not a finite number in every replication, naming each. */
export function refuseNotFinite(
  scenario: string,
  strategies: readonly string[],
  { replications, strategies: results }: ScenarioSummary,
): void {
  const problems = results.flatMap(({ metrics }, index) =>
    Object.entries(metrics)
      .filter(([name, { count, minimum, maximum }]) => {
        const isWhole = count === replications || name === mayBeEmpty;
        return !isWhole || (count > 0 && !(Number.isFinite(minimum) && Number.isFinite(maximum)));
      })
      .map(
        ([name]): Problem => ({
          path: `${scenario}: ${strategies[index] ?? ''}`,
          value: name,
          rule: 'is not a finite number in every future: the figures of the scenario are too extreme to compute with',
        }),
      ),
  );
  if (problems.length > 0) throw new RunError('a result is not a finite number', problems);
}
