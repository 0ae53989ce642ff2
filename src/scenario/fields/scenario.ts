import { correlation } from '../schema/correlation.ts';
import { list } from '../schema/list.ts';
import { named } from '../schema/named.ts';
import type { Value } from '../schema/node.ts';
import { text, whole } from '../schema/scalars.ts';
import { section } from '../schema/section.ts';
import { calendar } from './calendar.ts';
import { design } from './design.ts';
import { finance } from './finance.ts';
import { market } from './market.ts';
import { plan } from './plan.ts';
import { process } from './process.ts';
import { strategy } from './strategy.ts';

/** The field table: every field that a scenario may hold. Validation, defaults, schema and manual derive from it. */
export const scenarioNode = section(
  {
    schema: whole('version of this format', 1, 1, 1),
    name: text('what the scenario is called', ''),
    description: text('what it is about', ''),
    currency: text('the currency of every amount', 'USD'),
    calendar,
    market,
    plan,
    design,
    finance,
    processes: named(process, 'p', 'the ways of making the product'),
    strategies: named(strategy, 's', 'the rules that are compared; the first is the baseline'),
    correlations: list(
      correlation('two uncertain fields and Spearman’s rank correlation between them'),
      'rank correlations',
    ),
  },
  'a shortrun scenario',
);

/** One validated input: every field read, defaults filled in, nothing resolved to periods yet. */
export type Scenario = Value<typeof scenarioNode>;
export type Process = Scenario['processes'][string];
export type Strategy = Scenario['strategies'][string];
export type Stage = Strategy['stages'][number];
export type Gates = NonNullable<Strategy['advanceWhen']>;
