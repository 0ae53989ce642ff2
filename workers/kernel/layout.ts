/**
 * Where everything stands in the memory of the kernel, in bytes. Both sides read this file: the driver (TypeScript,
 * `src/model/kernel/`) as a module, the kernel (AssemblyScript) as constants of its loads and stores. So it holds nothing
 * but whole numbers.
 *
 * A *row* holds one number for every replication of a block; a *lane* is the place of a replication in its row.
 * Quantities are in model units (periods, per period); what follows from them is named as in `src/model/terms/`.
 */

/** Changed whenever a number below means something else; a kernel of another version is refused. */
export const layoutVersion = 1;

/** Replications in a block: as many as keep what a strategy remembers in the first-level cache. */
export const blockLanes = 64;
/** From one row to the next: a pair longer than its lanes, lest the rows of a lane fall on each other in the caches. */
export const row = blockLanes * 8 + 16;
/** The same where rows form a ring, whose size must be a power of two. */
export const ringRow = blockLanes * 8;

/** The header: whole numbers of 32 bits. Addresses and sizes are in bytes. */
export const header = 32768;
/** Periods to play. */
export const headPeriods = header + 0;
/** Replications in this block, times 8, rounded up to whole pairs. */
export const headLanesBytes = header + 4;
/** Replications in this block. */
export const headReplications = header + 8;
/** 0 bass, 1 level, 2 profile. */
export const headModel = header + 12;
/** 0 poisson, 1 expected. */
export const headCounting = header + 16;
/** 1 unless the noise is certainly 0. */
export const headIsNoisy = header + 20;
/** 1 unless the design certainly has no issues. */
export const headHasFaults = header + 24;
/** 1 unless no competitor can come. */
export const headHasCompetitor = header + 28;
/** 1 unless customers certainly pay at once. */
export const headIsDelayed = header + 32;
/** 1 if a strategy has a second stage. */
export const headMaySwitch = header + 36;
/** 1 if the strategy may be stopped. */
export const headMayStop = header + 40;
/** How many funding rounds there are. */
export const headFundingRounds = header + 44;
/** Where their rows begin. */
export const headFundingRows = header + 48;
/** Stages of the strategy. */
export const headSteps = header + 52;
/** Where the rows of its first step begin. */
export const headStepRows = header + 56;
/** Where the factor of the season of each period stands. */
export const headSeason = header + 60;
/** Where the profile stands. */
export const headProfile = header + 64;
/** Entries of the profile. */
export const headProfileLength = header + 68;
/** Rows of z by period. */
export const headNormals = header + 72;
/** Rows of u by period. */
export const headOrderUniforms = header + 76;
/** Rows of the normal quantile of u by period. */
export const headOrderNormals = header + 80;
/** Rows of r by period. */
export const headDiscoveryUniforms = header + 84;
/** One row of v. */
export const headValidationUniforms = header + 88;
/** Rows of noise times season by period. */
export const headDemandFactors = header + 92;
/** Room for what is on order, by period of arrival. */
export const headArrivalRows = header + 96;
/** Room for what customers owe, by the period in which it is due. */
export const headReceivableRows = header + 100;
/** A byte for each period: what happens to some replication in it. */
export const headEvents = header + 104;
/** Where the results go: a row for each metric, and one for the period of insolvency. */
export const headOut = header + 108;
/** Where the closing cash of the first replication goes, or 0. */
export const headPaths = header + 112;
/** Bytes from the closing cash to the cumulative cash flow. */
export const headPathsStride = header + 116;
/** The delay of all payments, at most the horizon; 0 where it is drawn. */
export const headDelay = header + 124;

/** Quantities of the scenario: a row each. */
export const scenarioRows = header + 512;
export const openingCash = scenarioRows + 0 * row;
export const issues = scenarioRows + 1 * row; // K before any was removed
export const benchDiscovery = scenarioRows + 2 * row;
export const fieldDiscovery = scenarioRows + 3 * row;
export const engineeringCost = scenarioRows + 4 * row;
export const fieldFixCost = scenarioRows + 5 * row;
export const inventoryScrap = scenarioRows + 6 * row;
export const appealLog = scenarioRows + 7 * row;
export const warranty = scenarioRows + 8 * row;
export const warrantyPerIssue = scenarioRows + 9 * row;
export const price = scenarioRows + 10 * row; // in period 0
export const priceRatio = scenarioRows + 11 * row;
export const discountRatio = scenarioRows + 12 * row;
export const growthRatio = scenarioRows + 13 * row;
export const size = scenarioRows + 14 * row;
export const innovation = scenarioRows + 15 * row;
export const contagion = scenarioRows + 16 * row;
export const level = scenarioRows + 17 * row; // demand at launch
export const profileScale = scenarioRows + 18 * row;
export const noise = scenarioRows + 19 * row;
export const noisePersistence = scenarioRows + 20 * row;
export const freshNoise = scenarioRows + 21 * row;
export const noiseDrift = scenarioRows + 22 * row;
export const cancel = scenarioRows + 23 * row;
export const arrives = scenarioRows + 24 * row; // of the competitor
export const competitorShare = scenarioRows + 25 * row;
export const ourShare = scenarioRows + 26 * row;
export const paymentDelay = scenarioRows + 27 * row;
export const planDemand = scenarioRows + 28 * row;
export const planVariance = scenarioRows + 29 * row;
export const smoothing = scenarioRows + 30 * row;
export const trendWeight = scenarioRows + 31 * row;
export const varianceKept = scenarioRows + 32 * row;
export const holding = scenarioRows + 33 * row;
export const burn = scenarioRows + 34 * row;
export const credit = scenarioRows + 35 * row;
export const cashFloor = scenarioRows + 36 * row; // minus the credit line
export const reserve = scenarioRows + 37 * row;
export const salvage = scenarioRows + 38 * row;
export const insolvencyCost = scenarioRows + 39 * row;
export const terminal = scenarioRows + 40 * row;
export const scenarioRowCount = 41;

/** Quantities of the strategy that is played. */
export const strategyRows = scenarioRows + scenarioRowCount * row;
export const initialOrder = strategyRows + 0 * row;
export const removal = strategyRows + 1 * row; // chance that an issue is removed before production
export const productionStart = strategyRows + 2 * row;
export const validationSpend = strategyRows + 3 * row;
export const collaboration = strategyRows + 4 * row;
export const stopAfter = strategyRows + 5 * row;
export const soldBelow = strategyRows + 6 * row;
export const strategyRowCount = 7;

/** Quantities of the step that is active, by replication: copied from the rows of its step when its tool is ready. */
export const activeRows = strategyRows + strategyRowCount * row;
export const tooling = activeRows + 0 * row;
export const toolDeposit = activeRows + 1 * row;
export const toolBalance = activeRows + 2 * row;
export const toolingLead = activeRows + 3 * row;
export const toolsPerUnit = activeRows + 4 * row;
export const toolWear = activeRows + 5 * row;
export const changeCost = activeRows + 6 * row;
export const changeTime = activeRows + 7 * row;
export const isMass = activeRows + 8 * row;
export const material = activeRows + 9 * row;
export const conversion = activeRows + 10 * row;
export const learningExponent = activeRows + 11 * row;
export const referencesPerUnit = activeRows + 12 * row;
export const unitsPerGood = activeRows + 13 * row;
export const goodPerUnit = activeRows + 14 * row;
export const batch = activeRows + 15 * row;
export const batchesPerUnit = activeRows + 16 * row;
export const setup = activeRows + 17 * row;
export const setupPerUnit = activeRows + 18 * row;
export const mostOnOrder = activeRows + 19 * row;
export const minimumOrder = activeRows + 20 * row;
export const fewestBatches = activeRows + 21 * row;
export const deposit = activeRows + 22 * row;
export const lead = activeRows + 23 * row;
export const periodsServed = activeRows + 24 * row;
export const periodsAhead = activeRows + 25 * row;
export const safety = activeRows + 26 * row;
export const stepUpBatches = activeRows + 27 * row;
export const nextTooling = activeRows + 28 * row; // Infinity where there is no next step
export const nextUnitCost = activeRows + 29 * row;
export const gateAt = activeRows + 30 * row; // Infinity where no date is given
export const gatesRequired = activeRows + 31 * row; // Infinity where no gate is given
export const gateWindow = activeRows + 32 * row; // Infinity where demand need not be stable
export const gateCv = activeRows + 33 * row;
export const gateFrozen = activeRows + 34 * row; // Infinity where the design need not be frozen
export const gateTooling = activeRows + 35 * row; // Infinity where cost need not press
export const gatePayback = activeRows + 36 * row;
export const gateSold = activeRows + 37 * row; // Infinity where nothing need be sold
export const stepRowCount = 38;

/** What a strategy remembers; the kernel alone knows its rows. */
export const stateRows = activeRows + stepRowCount * row;
export const stateRowCount = 64;

/** A funding round: its rows from the address in the header on. */
export const fundingAt = 0 * row;
export const fundingAmount = 1 * row;
export const fundingIfSold = 2 * row;
export const fundingRowCount = 3;

/** The memory from here on is given out by the driver. */
export const freeMemory = stateRows + stateRowCount * row;

/** Rows of what is on order, for each period of arrival: good units, units paid for, balance, and one unused. */
export const arrivalRowCount = 4;

/** Rows of results: the metrics in their order, and the period of insolvency (the horizon if never). */
export const metricRowCount = 25;
