import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../src/scenario/fields/scenario.ts';
import { quantitiesOf } from '../src/scenario/quantities.ts';
import { openScenario, readScenario, type ScenarioSource } from '../src/scenario/read/scenario.ts';
import { constantPeriods } from '../src/scenario/schema/convert.ts';
import { exportForPeers } from './export-peer.ts';
import { benchFolder, cacheFolder } from './places.ts';

/** A scenario that everybody plays. */
export interface Case {
  readonly name: string;
  readonly source: ScenarioSource;
  readonly scenario: Scenario;
  /** The same scenario in the form of the peers. */
  readonly peerFile: string;
  readonly periods: number;
  readonly strategies: number;
  /** Uniforms that a replication takes: three a period, one for the validation, one for each uncertain field. */
  readonly drawsPerReplication: number;
}

/** The whole model, in weeks and months; the first one stands for all where only one is played. */
export const caseNames = ['weekly-bass', 'weekly-level', 'monthly-profile', 'weekly-certain'] as const;
/** The part of the model that Squiggle expresses. */
export const squiggleCaseName = 'one-order';

/** Returns a case, and writes it for the peers. */
export function openCase(name: string): Case {
  const source = openScenario(join(benchFolder, 'scenarios', `${name}.yaml`));
  const scenario = readScenario(source);
  const peerFile = join(cacheFolder, `${name}.json`);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(peerFile, JSON.stringify({ scenario: exportForPeers(scenario) }, undefined, 1));
  const periods = constantPeriods(scenario.calendar.horizon, scenario.calendar.period);
  const uncertain = quantitiesOf(scenario).filter(({ value }) => value.distribution.type !== 'constant');
  return {
    name,
    source,
    scenario,
    peerFile,
    periods,
    strategies: Object.keys(scenario.strategies).length,
    drawsPerReplication: 3 * periods + 1 + uncertain.length,
  };
}
