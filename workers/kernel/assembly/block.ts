import * as at from '../layout';

/** What is the same for every replication of the block that is played: read from the header once a play. */
export let periods: i32 = 0;
export let horizon: f64 = 0;
/** Where the lanes end: replications times 8, rounded up to a pair. */
export let end: usize = 0;
export let replications: i32 = 0;
export let model: i32 = 0;
export let isCounted: bool = false;
export let hasFaults: bool = false;
export let hasCompetitor: bool = false;
export let isDelayed: bool = false;
/** The delay of all payments, in periods; 0 where replications differ in it. */
export let delay: i32 = 0;
export let maySwitch: bool = false;
export let mayStop: bool = false;
export let fundingRounds: i32 = 0;
export let fundingRows: usize = 0;
export let steps: i32 = 0;
export let stepRows: usize = 0;
export let profile: usize = 0;
export let profileLength: i32 = 0;
export let orderUniforms: usize = 0;
export let orderNormals: usize = 0;
export let discoveryUniforms: usize = 0;
export let validationUniforms: usize = 0;
export let demandFactors: usize = 0;
export let arrivalRows: usize = 0;
export let receivableRows: usize = 0;
export let events: usize = 0;
export let out: usize = 0;
export let paths: usize = 0;
export let pathsStride: usize = 0;

/** The bytes of either ring of rows, less one: what takes an offset back into the ring. */
export let arrivalMask: usize = 0;
export let receivableMask: usize = 0;

export const bass = 0;
export const level = 1;

// @ts-ignore: decorator
@inline
function address(offset: usize): usize {
  return <usize>load<i32>(offset);
}

/** Reads the header. */
export function readHeader(): void {
  periods = load<i32>(at.headPeriods);
  horizon = <f64>periods;
  end = address(at.headLanesBytes);
  replications = load<i32>(at.headReplications);
  model = load<i32>(at.headModel);
  isCounted = load<i32>(at.headCounting) === 0;
  hasFaults = load<i32>(at.headHasFaults) !== 0;
  hasCompetitor = load<i32>(at.headHasCompetitor) !== 0;
  isDelayed = load<i32>(at.headIsDelayed) !== 0;
  delay = load<i32>(at.headDelay);
  maySwitch = load<i32>(at.headMaySwitch) !== 0;
  mayStop = load<i32>(at.headMayStop) !== 0;
  fundingRounds = load<i32>(at.headFundingRounds);
  fundingRows = address(at.headFundingRows);
  steps = load<i32>(at.headSteps);
  stepRows = address(at.headStepRows);
  profile = address(at.headProfile);
  profileLength = load<i32>(at.headProfileLength);
  orderUniforms = address(at.headOrderUniforms);
  orderNormals = address(at.headOrderNormals);
  discoveryUniforms = address(at.headDiscoveryUniforms);
  validationUniforms = address(at.headValidationUniforms);
  demandFactors = address(at.headDemandFactors);
  arrivalRows = address(at.headArrivalRows);
  receivableRows = address(at.headReceivableRows);
  events = address(at.headEvents);
  out = address(at.headOut);
  paths = address(at.headPaths);
  pathsStride = address(at.headPathsStride);
}

/** Sets the sizes of the rings, in periods: powers of two. */
export function sizeRings(arrivals: i32, receivables: i32): void {
  arrivalMask = <usize>(arrivals * at.ringRow * at.arrivalRowCount - 1);
  receivableMask = <usize>(receivables * at.ringRow - 1);
}
