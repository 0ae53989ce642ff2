import * as block from './block';
import { endAll } from './ending';
import { emptyRings, open } from './opening';
import { arrive } from './steps/arrivals';
import { carry } from './steps/carry';
import { decide } from './steps/decide';
import { discover } from './steps/discovery';
import { learn } from './steps/forecast';
import { fund, planFunding } from './steps/funding';
import { sell } from './steps/market';
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
    arrive(t); // steps 2 and 3
    discover(t); // step 4
    sell(t); // step 5
    learn(t); // step 6
    updateUnitCosts();
    decide(t); // step 7
    replenish(t); // step 8
    if (carry(t)) return; // step 9
  }
  endAll();
}
