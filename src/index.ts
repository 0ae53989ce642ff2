// The public API, in reading order: read a scenario, simulate it, read the answer, look into one future.

export type { Problem } from './errors.ts';
export { describeProblem, InputError, RunError, ShortrunError } from './errors.ts';
export type { Explanation } from './experiment/explain.ts';
export { explain } from './experiment/explain.ts';
export type { Experiment, OpenOptions } from './experiment/open.ts';
export { openExperiment } from './experiment/open.ts';
export type { ExperimentOptions } from './experiment/run.ts';
export { runExperiment } from './experiment/run.ts';
export type { SimulateOptions, SimulationResult } from './experiment/simulate.ts';
export { simulate } from './experiment/simulate.ts';
export type { MetricName, Metrics } from './model/replay/metrics.ts';
export { metricNames } from './model/replay/metrics.ts';
export type { ProcessNeed } from './processes/need.ts';
export { rankProcesses } from './processes/rank.ts';
export type { Manifest } from './report/manifest.ts';
export type { Verdict } from './report/verdict.ts';
export { verdictWords } from './report/verdict.ts';
export type { Scenario } from './scenario/fields/scenario.ts';
export { scenarioSchema } from './scenario/json-schema.ts';
export type { ScenarioSource } from './scenario/read/scenario.ts';
export { openScenario, readScenario } from './scenario/read/scenario.ts';
export * from './statistics/index.ts';
export { version } from './version.ts';
