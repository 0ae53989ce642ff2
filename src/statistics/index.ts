// What a run is summed up in, and how pieces of it merge.

export { RELATIVE_ERROR, SMALLEST_MAGNITUDE } from './bucket-index.ts';
export type { ColumnSummary } from './column-summary.ts';
export { columnBuffers, emptyColumn, mergeColumns, summariseColumn, withSketch } from './column-summary.ts';
export type { ExactSum } from './exact-sum.ts';
export { addSums, emptySum, exactSum, exactSumOfProducts, sumOver } from './exact-sum.ts';
export type { Moments } from './moments.ts';
export {
  degreesOfFreedom,
  mean,
  mergeMoments,
  momentsOf,
  standardDeviation,
  standardError,
  variance,
  withBlocks,
} from './moments.ts';
export type { Order, Ordered } from './ordered.ts';
export type { PairMoments } from './pair-moments.ts';
export { covariance, mergePairs, summarisePair } from './pair-moments.ts';
export type { QuantileSketch } from './quantile-sketch.ts';
export { mergeSketches, selectFromSketch, sketchBuffers, sketchOf } from './quantile-sketch.ts';

// Estimates.

export { cvar } from './cvar.ts';
export { countBelow, orderStatistic } from './order-statistic.ts';
export type { QuantileType } from './quantile.ts';
export { quantile } from './quantile.ts';

// Their intervals.

export { meanBand, shareBand } from './bands.ts';
export type { Ranks } from './binomial-ranks.ts';
export { binomialRanks } from './binomial-ranks.ts';
export { fewestLooked, meanSequence, sequentialDoubt } from './confidence-sequence.ts';
export { cvarInterval } from './cvar-interval.ts';
export { differenceInterval } from './difference-interval.ts';
export type { Interval } from './interval.ts';
export { CONFIDENCE } from './interval.ts';
export { meanInterval } from './mean-interval.ts';
export { proportionInterval } from './proportion-interval.ts';
export { quantileInterval } from './quantile-interval.ts';
export { ratioInterval } from './ratio-interval.ts';
export { shareInterval } from './share-interval.ts';
export { shareSequence } from './share-sequence.ts';
export { studentCdf, studentQuantile } from './student.ts';

// Strategies that faced the same futures, compared.

export type { AgainstBaseline, AmongAll, Comparison } from './comparison.ts';
export { compareStrategies } from './comparison.ts';
export type { DistributionSteps } from './distribution-steps.ts';
export { distributionSteps } from './distribution-steps.ts';
export type { Dominance, DominanceOfOrder, DominanceOptions, DominanceVerdict } from './dominance.ts';
export { dominance } from './dominance.ts';
export type { PairedColumns } from './paired-columns.ts';
export { pairedColumns, pairsOf } from './paired-columns.ts';
export type { PairedSummary } from './paired-summary.ts';
export { mergePaired, pairedBuffers, summarisePaired } from './paired-summary.ts';
export type { Recommendation } from './recommendation.ts';
export { recommend } from './recommendation.ts';
export type { SequentialDecision } from './sequential-decision.ts';
export { decideSequentially } from './sequential-decision.ts';

// Period by period.

export type { CashFlowFan, CashFlowPaths, FanColumn, FanPoint, FanRow } from './cash-flow-fan.ts';
export { fanBuffers, fanRows, mergeFans, summariseFan } from './cash-flow-fan.ts';
