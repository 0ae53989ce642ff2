import * as at from '../../../workers/kernel/layout.ts';
import type { CashPaths, Columns, StrategyColumns } from '../columns.ts';
import { metricNames } from '../replay/metrics.ts';
import { certainValueOf, hasFaults, isNoisy, lanesBytesOf } from './draws.ts';
import type { EncodedRows } from './encode.ts';
import type { KernelExports } from './instance.ts';
import type { MemoryMap } from './memory-map.ts';
import type { PreparedScenario } from './prepare.ts';

const models = ['bass', 'level', 'profile'] as const;
const doubleBytes = 8;

/** Plays blocks of replications of scenarios in a memory whose map is given. */
export class ScenarioBlocks {
  readonly #kernel: KernelExports;
  readonly #map: MemoryMap;
  readonly #doubles: Float64Array<ArrayBuffer>;
  readonly #words: Int32Array<ArrayBuffer>;
  /** The scenario whose certain values stand in the rows. */
  #loaded: PreparedScenario | undefined;
  #drawn = new Float64Array(0);

  constructor(kernel: KernelExports, map: MemoryMap) {
    this.#kernel = kernel;
    this.#map = map;
    this.#doubles = new Float64Array(kernel.memory.buffer);
    this.#words = new Int32Array(kernel.memory.buffer);
  }

  /** Plays `count` replications from `first + row` on, whose results go to the columns from `row` on. */
  play(scenario: PreparedScenario, columns: Columns, first: number, row: number, count: number): void {
    if (this.#loaded !== scenario) this.#load(scenario);
    this.#drawInputs(scenario, columns, first + row, row, count);
    this.#setHeader(scenario, count);
    this.#kernel.fillDemandFactors();
    columns.strategies.forEach((strategy, index) => {
      this.#chooseStrategy(scenario, index);
      this.#kernel.play();
      this.#collect(strategy, row, count);
    });
  }

  /** Writes what is the same for all replications. */
  #load(scenario: PreparedScenario): void {
    const { encoded, season, profile } = scenario;
    this.#broadcast(encoded.scenario, at.scenarioRows);
    this.#broadcast(encoded.others, this.#map.others);
    this.#doubles.set(season, this.#map.season / doubleBytes);
    this.#doubles.set(profile, this.#map.profile / doubleBytes);
    this.#drawn = new Float64Array(scenario.uncertain.length);
    this.#loaded = scenario;
  }

  #broadcast({ values }: EncodedRows, to: number): void {
    this.#doubles.set(values, this.#map.values / doubleBytes);
    this.#kernel.broadcast(this.#map.values, to, values.length);
  }

  /** Draws the uncertain fields of each replication and fills the rows that depend on them. */
  #drawInputs(scenario: PreparedScenario, columns: Columns, first: number, row: number, count: number): void {
    const { uncertain, inputs, encoded } = scenario;
    if (uncertain.length === 0) return;
    for (let lane = 0; lane < count; lane++) {
      inputs.draw(first + lane, this.#drawn);
      for (let index = 0; index < uncertain.length; index++) {
        const draw = this.#drawn[index] as number;
        (columns.inputs[index] as Float64Array)[row + lane] = draw;
        columns.clamped[index] = (columns.clamped[index] as number) + (inputs.clamped[index] as number);
        uncertain[index]?.assign(draw);
      }
      this.#fillLane(encoded.scenario, at.scenarioRows, lane);
      this.#fillLane(encoded.others, this.#map.others, lane);
      // The last draw also stands where a lane only fills a pair.
      if (lane + 1 === count && count % 2 === 1) {
        this.#fillLane(encoded.scenario, at.scenarioRows, lane + 1);
        this.#fillLane(encoded.others, this.#map.others, lane + 1);
      }
    }
  }

  #fillLane({ drawn }: EncodedRows, rows: number, lane: number): void {
    const doubles = this.#doubles;
    const start = rows / doubleBytes + lane;
    for (const { row, value } of drawn) doubles[start + (row * at.row) / doubleBytes] = value();
  }

  #setHeader(scenario: PreparedScenario, count: number): void {
    const { parameters, profile } = scenario;
    const { market, finance } = parameters;
    const map = this.#map;
    const words = this.#words;
    const entries: readonly (readonly [number, number])[] = [
      [at.headPeriods, parameters.calendar.horizon],
      [at.headLanesBytes, lanesBytesOf(count)],
      [at.headReplications, count],
      [at.headModel, models.indexOf(market.model)],
      [at.headCounting, Number(market.counting === 'expected')],
      [at.headIsNoisy, Number(isNoisy(scenario))],
      [at.headHasFaults, Number(hasFaults(scenario))],
      [at.headHasCompetitor, Number(certainValueOf(scenario, at.arrives) !== Infinity)],
      [at.headIsDelayed, Number(certainValueOf(scenario, at.paymentDelay) !== 0)],
      [at.headFundingRounds, finance.funding.length],
      [at.headFundingRows, map.others],
      [at.headSeason, map.season],
      [at.headProfile, map.profile],
      [at.headProfileLength, profile.length],
      [at.headNormals, map.normals],
      [at.headOrderUniforms, map.orderUniforms],
      [at.headOrderNormals, map.orderNormals],
      [at.headDiscoveryUniforms, map.discoveryUniforms],
      [at.headValidationUniforms, map.validationUniforms],
      [at.headDemandFactors, map.demandFactors],
      [at.headArrivalRows, map.arrivalRows],
      [at.headReceivableRows, map.receivableRows],
      [at.headEvents, map.events],
      [at.headOut, map.out],
      [at.headPaths, map.paths],
      [at.headPathsStride, map.pathsStride],
    ];
    for (const [place, value] of entries) words[place >>> 2] = value;
  }

  #chooseStrategy({ ladders, encoded }: PreparedScenario, index: number): void {
    const ladder = ladders[index];
    const first = encoded.strategies[index];
    if (ladder === undefined || first === undefined) throw new RangeError(`no strategy ${index}`);
    const place = this.#map.others + first * at.row;
    const end = place + at.strategyRowCount * at.row;
    this.#doubles.copyWithin(at.strategyRows / doubleBytes, place / doubleBytes, end / doubleBytes);
    this.#words[at.headSteps >>> 2] = ladder.steps.length;
    this.#words[at.headStepRows >>> 2] = end;
    this.#words[at.headMaySwitch >>> 2] = Number(ladder.steps.length > 1);
    this.#words[at.headMayStop >>> 2] = Number(ladder.strategy.stop !== undefined);
  }

  #collect({ metrics, paths }: StrategyColumns, row: number, count: number): void {
    metricNames.forEach((name, index) => {
      metrics[name].set(this.#outRow(index, count), row);
    });
    if (paths === undefined) return;
    this.#collectPaths(paths, row, count);
    paths.insolventFrom.set(this.#outRow(metricNames.length, count), row);
    paths.scaledFrom.set(metrics.scaled_period.subarray(row, row + count), row);
  }

  #outRow(index: number, count: number): Float64Array {
    const start = this.#map.out / doubleBytes + (index * at.row) / doubleBytes;
    return this.#doubles.subarray(start, start + count);
  }

  #collectPaths({ closingCash, cumulativeCashFlow, periods }: CashPaths, row: number, count: number): void {
    const start = this.#map.paths / doubleBytes;
    const next = start + this.#map.pathsStride / doubleBytes;
    closingCash.set(this.#doubles.subarray(start, start + count * periods), row * periods);
    cumulativeCashFlow.set(this.#doubles.subarray(next, next + count * periods), row * periods);
  }
}
