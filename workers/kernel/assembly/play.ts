import * as block from './block';
import { countOrders } from './draws/poisson';
import { endAll } from './ending';
import { emptyRings, open } from './opening';
import { arrive } from './steps/arrivals';
import { carry } from './steps/carry';
import { decide } from './steps/decide';
import { discover, noteFindings } from './steps/discovery';
import { learn } from './steps/forecast';
import { fund, planFunding } from './steps/funding';
import { meetDemand, ship } from './steps/market';
import { replenish } from './steps/replenish';
import { forgetStale, updateUnitCosts } from './steps/unit-cost';

/** Plays one strategy in every replication of a block: the nine steps of the model, section 4, period by period. */
export function play(): void {
  block.readHeader();
  emptyRings();
  planFunding();
  open();
  forgetStale();
  for (let t = 0; t < block.periods; t++) {
    fund(t); // step 1
    const noted = openPeriod(t); // steps 2 to 4
    discover(t, noted); // step 4
    openMarket(t); // step 5
    if (block.isCounted) countOrders(t);
    closeSales(t); // steps 5 and 6
    updateUnitCosts();
    decide(t); // step 7
    replenish(t); // step 8
    if (carry(t)) return; // step 9
  }
  endAll();
}

/** What comes before the market, a pair of replications at a time; returns how many may find issues. */
function openPeriod(t: i32): i32 {
  const now = f64x2.splat(<f64>t);
  const end = block.end;
  let noted = 0;
  for (let lane: usize = 0; lane < end; lane += 16) {
    arrive(lane, t, now); // steps 2 and 3
    noted = noteFindings(lane, t, now, noted); // step 4
  }
  return noted;
}

/** What comes before orders are counted. */
function openMarket(t: i32): void {
  const now = f64x2.splat(<f64>t);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16) meetDemand(lane, t, now); // step 5
}

/** What follows from the orders. */
function closeSales(t: i32): void {
  const now = f64x2.splat(<f64>t);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16) {
    ship(lane, t); // step 5
    learn(lane, now); // step 6
  }
}
