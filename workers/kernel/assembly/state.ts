import { row, stateRows } from '../layout';

/**
 * What a strategy remembers from period to period, a row each; the names are those of `src/model/replay/state.ts`. Whole
 * numbers are kept as doubles, masks as all bits or none.
 */
export const cash = stateRows + 0 * row;
export const flow = stateRows + 1 * row;
export const npv = stateRows + 2 * row;
export const stock = stateRows + 3 * row;
export const waiting = stateRows + 4 * row;
export const orders = stateRows + 5 * row;
export const lost = stateRows + 6 * row;
export const cancelled = stateRows + 7 * row;
export const shipped = stateRows + 8 * row;
export const openIssues = stateRows + 9 * row;
export const forecastLevel = stateRows + 10 * row;
export const trend = stateRows + 11 * row;
export const variance = stateRows + 12 * row;
export const frozen = stateRows + 13 * row;
/** What revisions leave of a batch on order (G). */
export const survival = stateRows + 14 * row;
/** Good units on order, to be multiplied by `survival`. */
export const onOrder = stateRows + 15 * row;
/** Balances outstanding on batches. */
export const owed = stateRows + 16 * row;
/** The last period in which anything arrives; −1 if nothing was ordered. */
export const lastDue = stateRows + 17 * row;
/** The last period in which a good unit arrives. */
export const lastGood = stateRows + 18 * row;
/** Infinity while no tool is on order. */
export const toolReady = stateRows + 19 * row;
/** The step whose tool is on order. */
export const toolStep = stateRows + 20 * row;
/** Its balance; 0 while none is on order. */
export const toolOwed = stateRows + 21 * row;
export const receivables = stateRows + 22 * row;
/** Units ordered on the active process (N). */
export const ordered = stateRows + 23 * row;
/** Units on order on the active process, as paid for. */
export const paidOnOrder = stateRows + 24 * row;
export const tools = stateRows + 25 * row;
export const blockedUntil = stateRows + 26 * row;
export const lastOrder = stateRows + 27 * row;
/** The first period with stock, or the horizon. */
export const launch = stateRows + 28 * row;
export const stopAt = stateRows + 29 * row;
/** K of step 8. */
export const unitCost = stateRows + 30 * row;
/** C of step 8. */
export const variableCost = stateRows + 31 * row;
export const batchCost = stateRows + 32 * row;
/** What step 8 wants in this period. */
export const batchesWanted = stateRows + 33 * row;
/** A mask. */
export const isStopping = stateRows + 34 * row;
/** A mask: not ended yet. */
export const isAlive = stateRows + 35 * row;
/** The step that produces, or −1. */
export const active = stateRows + 36 * row;
/** Lead of the active process in bytes of a ring of rows, a whole number. */
export const leadRows = stateRows + 37 * row;
/** Orders of the period. */
export const newOrders = stateRows + 38 * row;
/** What the open issues leave of demand. */
export const appeal = stateRows + 39 * row;
export const priceNow = stateRows + 40 * row;
export const discountNow = stateRows + 41 * row;
/** Growth of a level demand since launch. */
export const growthNow = stateRows + 42 * row;
export const funding = stateRows + 43 * row;
export const made = stateRows + 44 * row;
export const scrapped = stateRows + 45 * row;
export const production = stateRows + 46 * row;
/** Deposits, balances, extra tools and changes so far. */
export const toolingSpend = stateRows + 47 * row;
export const revenue = stateRows + 48 * row;
export const warrantySpend = stateRows + 49 * row;
export const revisions = stateRows + 50 * row;
export const scaled = stateRows + 51 * row;
export const lowestCash = stateRows + 52 * row;
export const capitalTied = stateRows + 53 * row;
export const payback = stateRows + 54 * row;
/** What orders of the period are counted from (λ). */
export const intensity = stateRows + 55 * row;
/** Who could still buy, before this period, under a Bass diffusion. */
export const buyers = stateRows + 56 * row;
