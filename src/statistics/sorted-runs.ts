/** Below this many candidates it is quicker to sort them. */
const FEW = 32;

/** Returns how many values of a sorted run are below `bound`, searching from `low` to `high`. */
export function countBelow(run: Float64Array, bound: number, low = 0, high = run.length): number {
  let left = low;
  let right = high;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((run[middle] as number) < bound) left = middle + 1;
    else right = middle;
  }
  return left;
}

/** Returns how many values of a sorted run are at most `bound`, searching from `low` to `high`. */
export function countAtMost(run: Float64Array, bound: number, low = 0, high = run.length): number {
  let left = low;
  let right = high;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((run[middle] as number) <= bound) left = middle + 1;
    else right = middle;
  }
  return left;
}

/** The window of each run in which the value that is looked for must lie; used again, for many are looked for. */
let lows = new Int32Array(16);
let highs = new Int32Array(16);
let belows = new Int32Array(16);
let atMosts = new Int32Array(16);
const candidates = new Float64Array(FEW);

/**
 * Returns the value of this rank (1 is the least) among all values of the sorted runs, exactly, without merging them:
 * every round takes a value of the largest window as pivot and drops what is not on the rank's side of it. Runs of the
 * same distribution take about three rounds, since the pivot is sought where the rank should be, a little to either side
 * by turns; each third round takes the middle, which bounds the number of rounds whatever the runs. No allocation.
 */
export function selectFromRuns(runs: readonly Float64Array[], rank: number): number {
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return only[rank - 1] as number;
  const count = runs.length;
  openWindows(runs);
  let size = 0;
  for (let i = 0; i < count; i++) size += highs[i] as number;
  let left = rank;
  for (let round = 0; size > FEW; round++) {
    const pivot = pivotOf(runs, aimed(round, left, size));
    let below = 0;
    let atMost = 0;
    for (let i = 0; i < count; i++) {
      const run = runs[i] as Float64Array;
      const low = lows[i] as number;
      const high = highs[i] as number;
      const first = countBelow(run, pivot, low, high);
      const next = first < high && run[first] === pivot ? countAtMost(run, pivot, first, high) : first;
      belows[i] = first;
      atMosts[i] = next;
      below += first - low;
      atMost += next - low;
    }
    if (left > below && left <= atMost) return pivot;
    if (left <= below) {
      highs.set(belows.subarray(0, count));
      size = below;
    } else {
      lows.set(atMosts.subarray(0, count));
      left -= atMost;
      size -= atMost;
    }
  }
  return candidateOf(runs, left);
}

function openWindows(runs: readonly Float64Array[]): void {
  if (lows.length < runs.length) {
    lows = new Int32Array(runs.length);
    highs = new Int32Array(runs.length);
    belows = new Int32Array(runs.length);
    atMosts = new Int32Array(runs.length);
  }
  for (let i = 0; i < runs.length; i++) {
    lows[i] = 0;
    highs[i] = (runs[i] as Float64Array).length;
  }
}

/** Returns how far into a window to look for the pivot, in [0, 1]. */
function aimed(round: number, left: number, size: number): number {
  if (round % 3 === 2) return 0.5;
  const share = left / size;
  const spread = 1.5 * Math.sqrt((share * (1 - share)) / size) + 2 / size;
  return round % 3 === 0 ? share + spread : share - spread;
}

function pivotOf(runs: readonly Float64Array[], share: number): number {
  let largest = 0;
  for (let i = 1; i < runs.length; i++) {
    const length = (highs[i] as number) - (lows[i] as number);
    if (length > (highs[largest] as number) - (lows[largest] as number)) largest = i;
  }
  const low = lows[largest] as number;
  const last = (highs[largest] as number) - 1;
  const place = low + Math.floor((last - low) * share);
  return (runs[largest] as Float64Array)[Math.min(last, Math.max(low, place))] as number;
}

/** Returns the value of a rank among what is left in the windows, sorting it by insertion. */
function candidateOf(runs: readonly Float64Array[], rank: number): number {
  let count = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as Float64Array;
    for (let place = lows[i] as number; place < (highs[i] as number); place++) {
      const value = run[place] as number;
      let to = count++;
      while (to > 0 && (candidates[to - 1] as number) > value) {
        candidates[to] = candidates[to - 1] as number;
        to--;
      }
      candidates[to] = value;
    }
  }
  return candidates[rank - 1] as number;
}

/** Returns all values of the sorted runs as one sorted run. */
export function mergedRun(runs: readonly Float64Array[]): Float64Array {
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return only;
  const values = new Float64Array(runs.reduce((sum, run) => sum + run.length, 0));
  let offset = 0;
  for (const run of runs) {
    values.set(run, offset);
    offset += run.length;
  }
  return values.sort();
}
