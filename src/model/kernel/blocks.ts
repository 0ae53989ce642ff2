import * as at from '../../../workers/kernel/layout.ts';
import type { UniformSource } from '../../random/sampling.ts';
import type { StreamId } from '../../random/stream-id.ts';
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
    this.#loaded = scenario;
  }

  #broadcast({ values }: EncodedRows, to: number): void {
    this.#doubles.set(values, this.#map.values / doubleBytes);
    this.#kernel.broadcast(this.#map.values, to, values.length);
  }

  /** Draws the uncertain fields of a block and fills the rows that depend on them. */
  #drawInputs(scenario: PreparedScenario, columns: Columns, first: number, row: number, count: number): void {
    const { inputs, encoded, evenly } = scenario;
    if (inputs.columns.length === 0) return;
    const uniforms = inputs.columns.map(({ id }, index) => this.#uniforms(id, index, first, count));
    if (evenly !== undefined) fillEvenly(evenly, uniforms, first, count);
    inputs.correlate(uniforms, count);
    const values = inputs.columns.map((input, index) => {
      const draws = (columns.inputs[index] as Float64Array).subarray(row, row + count);
      const clamped = input.draw(uniforms[index] as Float64Array, count, draws);
      columns.clamped[index] = (columns.clamped[index] as number) + clamped;
      const value = uniforms[index] as Float64Array;
      input.convert(draws, count, value);
      return value;
    });
    this.#fillRows(scenario, encoded.scenario, at.scenarioRows, values, count);
    this.#fillRows(scenario, encoded.others, this.#map.others, values, count);
  }

  /** Returns uniform 0 of a stream for each replication of a block. */
  #uniforms({ low, high }: StreamId, index: number, first: number, count: number): Float64Array {
    const place = this.#map.inputUniforms + 2 * index * at.row;
    this.#kernel.fillUniforms(place, 1, lanesBytesOf(count), first, low, high);
    return this.#doubles.subarray(place / doubleBytes, place / doubleBytes + count);
  }

  /** Fills the rows that depend on draws, given the draws in model units by field. */
  #fillRows(
    { uncertain }: PreparedScenario,
    { drawn }: EncodedRows,
    rows: number,
    values: readonly Float64Array[],
    count: number,
  ): void {
    const doubles = this.#doubles;
    const placeOf = (row: number) => (rows + row * at.row) / doubleBytes;
    for (const { row, copyOf } of drawn) {
      const column = values[copyOf];
      if (column !== undefined) doubles.set(column, placeOf(row));
    }
    const derived = drawn.filter(({ copyOf }) => copyOf < 0);
    for (let lane = 0; derived.length > 0 && lane < count; lane++) {
      for (let index = 0; index < uncertain.length; index++) {
        uncertain[index]?.put((values[index] as Float64Array)[lane] as number);
      }
      for (const { row, value } of derived) doubles[placeOf(row) + lane] = value();
    }
    // The last draw also stands where a lane only fills a pair.
    if (count % 2 === 1) {
      for (const { row } of drawn)
        doubles[placeOf(row) + count] = doubles[placeOf(row) + count - 1] as number;
    }
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
      [at.headDelay, this.#delayOf(scenario)],
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

  #delayOf(scenario: PreparedScenario): number {
    const delay = certainValueOf(scenario, at.paymentDelay);
    return Number.isNaN(delay) ? 0 : Math.min(delay, scenario.parameters.calendar.horizon);
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

/** Replaces the uniforms of the inputs of a block by those of a source. */
function fillEvenly(
  source: UniformSource,
  uniforms: readonly Float64Array[],
  first: number,
  count: number,
): void {
  const point = new Float64Array(uniforms.length);
  for (let lane = 0; lane < count; lane++) {
    source.fill(first + lane, point);
    uniforms.forEach((column, index) => {
      column[lane] = point[index] as number;
    });
  }
}
