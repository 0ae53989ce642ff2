import { type CatalogueProcess, catalogue, type ProcessName } from '../scenario/catalogue/index.ts';
import {
  type BreakEven,
  breakEven,
  breakEvenLimit,
  type CostCurve,
  cheapestStretches,
} from './break-even.ts';
import { leadDays, type ProductionCost, productionCost } from './cost.ts';
import { drawFigures, futures } from './draw.ts';
import { type Estimate, estimate, meanOf } from './estimate.ts';
import type { ProcessFigures } from './figures.ts';
import { type ProcessNeed, type ResolvedNeed, readNeed } from './need.ts';
import { quantityLimits } from './quantity-limits.ts';
import { type Suitability, suitability } from './suitability.ts';

/** One process at one quantity. Money is in US dollars; the ranges are over the catalogue's uncertain figures. */
export interface RankedProcess {
  readonly process: ProcessName;
  /** 1 is the least expected total cost; undefined where there are reasons against it at this quantity. */
  readonly rank?: number;
  readonly totalCost: Estimate;
  /** A good unit that is wanted: total cost over the quantity. */
  readonly unitCost: Estimate;
  readonly leadDays: Estimate;
  /** The share of the sampled futures in which no other process in the ranking costs less. */
  readonly cheapestShare: number;
  readonly reasons: readonly string[];
  readonly remarks: readonly string[];
}

/** The processes at one quantity: those in the ranking, cheapest first, and then those with reasons against them. */
export interface QuantityRanking {
  readonly quantity: number;
  readonly processes: readonly RankedProcess[];
}

/** Where the expected costs of two neighbours cross; `at` is undefined where they do not up to the limit. */
export interface NeighbourBreakEven {
  readonly from: ProcessName;
  readonly to: ProcessName;
  readonly at?: BreakEven;
}

/** The answer to a need. */
export interface ProcessRanking {
  readonly need: ResolvedNeed;
  readonly currency: 'USD';
  /** How many futures were sampled from the catalogue's ranges; they are the same every time. */
  readonly futures: number;
  /** Every process, with what speaks against it whatever the quantity. */
  readonly suitability: readonly Suitability[];
  readonly quantities: readonly QuantityRanking[];
  /** Suitable processes are neighbours in the order of what a single unit costs on them. */
  readonly breakEvens: readonly NeighbourBreakEven[];
  /** Which process has the least expected cost from which quantity on, minimum orders paid for. */
  readonly cheapest: readonly { readonly from: number; readonly process: ProcessName }[];
  readonly breakEvenLimit: number;
}

/**
 * Returns the processes of the catalogue ranked for a need, by expected total cost at every quantity, with ranges over
 * 1,000 fixed futures, break-even quantities between neighbours, and reasons against those that do not suit.
 * Deterministic: no random number is drawn. Throws InputError where the need is not understood, with all that is wrong.
 */
export function rankProcesses(
  need: ProcessNeed,
  entries: readonly CatalogueProcess[] = Object.values(catalogue),
): ProcessRanking {
  const resolved = readNeed(need);
  const judged = entries.map((entry) => suitability(entry, resolved));
  const candidates = entries
    .filter((_, index) => judged[index]?.reasons.length === 0)
    .map((entry): Candidate => candidateOf(entry, resolved.revisions));
  return {
    need: resolved,
    currency: 'USD',
    futures,
    suitability: judged,
    quantities: resolved.quantities.map((quantity) => rankAt(candidates, quantity, resolved.revisions)),
    breakEvens: neighbourBreakEvens(candidates),
    cheapest: cheapestStretches(candidates.map(({ curve }) => curve)).flatMap(({ from, index }) => {
      const candidate = candidates[index];
      return candidate === undefined ? [] : [{ from, process: candidate.entry.name }];
    }),
    breakEvenLimit,
  };
}

interface Candidate {
  readonly entry: CatalogueProcess;
  readonly figures: readonly ProcessFigures[];
  /** Expected total cost by quantity. */
  readonly curve: CostCurve;
}

function candidateOf(entry: CatalogueProcess, revisions: number): Candidate {
  const figures = drawFigures(entry, futures);
  const known = new Map<number, number>();
  const curve = (quantity: number): number => {
    const before = known.get(quantity);
    if (before !== undefined) return before;
    const totals = Float64Array.from(figures, (future) => productionCost(future, quantity, revisions).total);
    const mean = meanOf(totals);
    known.set(quantity, mean);
    return mean;
  };
  return { entry, figures, curve };
}

function rankAt(candidates: readonly Candidate[], quantity: number, revisions: number): QuantityRanking {
  const estimated = candidates.map((candidate) => estimateAt(candidate, quantity, revisions));
  const inRanking = estimated
    .filter(({ reasons }) => reasons.length === 0)
    .sort((a, b) => a.totalCost.mean - b.totalCost.mean);
  const others = estimated.filter(({ reasons }) => reasons.length > 0);
  const least = leastOf(inRanking.map(({ totals }) => totals));
  const ranked = inRanking.map((row, index) => ({
    ...published(row),
    rank: index + 1,
    cheapestShare: row.totals.filter((total, future) => total === least[future]).length / futures,
  }));
  return {
    quantity,
    processes: [...ranked, ...others.map((row) => ({ ...published(row), cheapestShare: 0 }))],
  };
}

interface Estimated extends Omit<RankedProcess, 'rank' | 'cheapestShare'> {
  readonly totals: Float64Array;
}

function estimateAt({ entry, figures }: Candidate, quantity: number, revisions: number): Estimated {
  const costs = figures.map((future): ProductionCost => productionCost(future, quantity, revisions));
  const totals = Float64Array.from(costs, ({ total }) => total);
  return {
    process: entry.name,
    totalCost: estimate(totals),
    unitCost: estimate(totals.map((total) => total / quantity)),
    leadDays: estimate(Float64Array.from(figures, (future) => leadDays(future, quantity, revisions))),
    ...quantityLimits(entry, figures, costs, quantity),
    totals,
  };
}

function published({ totals: _, ...row }: Estimated): Omit<RankedProcess, 'rank' | 'cheapestShare'> {
  return row;
}

/** Returns the least of several samples, future by future. */
function leastOf(samples: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: futures }, (_, future) =>
    samples.reduce((least, totals) => Math.min(least, totals[future] ?? least), Number.POSITIVE_INFINITY),
  );
}

function neighbourBreakEvens(candidates: readonly Candidate[]): readonly NeighbourBreakEven[] {
  const ordered = [...candidates].sort((a, b) => a.curve(1) - b.curve(1));
  return ordered.slice(1).flatMap((second, index) => {
    const first = ordered[index];
    if (first === undefined) return [];
    const at = breakEven(first.curve, second.curve);
    return [{ from: first.entry.name, to: second.entry.name, ...(at === undefined ? {} : { at }) }];
  });
}
