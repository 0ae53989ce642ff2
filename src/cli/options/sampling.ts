import { Option } from 'commander';
import type { SimulateOptions } from '../../experiment/simulate.ts';

export type Sampling = NonNullable<SimulateOptions['sampling']>;

const samplings: readonly Sampling[] = ['random', 'lhs', 'sobol'];

/** Returns the option `--sampling`. */
export function samplingOption(description: string): Option {
  return new Option('--sampling <how>', description).choices([...samplings]).default('random');
}
