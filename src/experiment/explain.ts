import { type Ledger, ledgerOf } from '../model/replay/ledger.ts';
import { prepareReplications } from '../model/replications.ts';
import type { Sampling } from '../random/sampling.ts';
import { rootKey } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import { checkOptions } from './options.ts';

/** One future of a scenario: what was drawn, and the books of every strategy in it. */
export interface Explanation {
  readonly replication: number;
  /** The draws of the uncertain fields, in the units as written. */
  readonly inputs: readonly { readonly field: string; readonly drawn: number; readonly written: string }[];
  readonly ledgers: readonly { readonly strategy: string; readonly ledger: Ledger }[];
}

/** Returns one future of a scenario, the same that a run with this seed and sampling has under this number (from 0). Throws
 * InputError where the number is none. */
export function explain(
  scenario: Scenario,
  seed: string,
  replication: number,
  sampling: Sampling = 'random',
): Explanation {
  checkOptions({ replication });
  const replications = prepareReplications(scenario, rootKey(seed), sampling);
  const future = replications.draw(replication);
  const inputs = replications.uncertain.map(({ path, value }, index) => ({
    field: path,
    drawn: replications.drawn[index] as number,
    written: value.text,
  }));
  const names = Object.keys(scenario.strategies);
  const ledgers = replications.ladders.map((ladder, index) => ({
    strategy: names[index] ?? '',
    ledger: ledgerOf(replications.parameters, ladder, future),
  }));
  return { replication, inputs, ledgers };
}
