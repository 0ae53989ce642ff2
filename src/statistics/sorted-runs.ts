/** Below this many candidates it is quicker to sort them. */
const FEW = 64;

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

/**
 * Returns the value of this rank (1 is the least) among all values of the sorted runs, exactly, without merging them:
 * every round takes the weighted median of the windows' middles as pivot and drops at least a quarter of what is left.
 * Cost about k·log²n for k runs.
 */
export function selectFromRuns(runs: readonly Float64Array[], rank: number): number {
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return only[rank - 1] as number;
  let windows = runs.map((run) => ({ run, low: 0, high: run.length }));
  let left = rank;
  for (;;) {
    windows = windows.filter(({ low, high }) => low < high);
    const size = windows.reduce((sum, { low, high }) => sum + high - low, 0);
    if (size <= FEW) return sortedWindows(windows)[left - 1] as number;
    const pivot = weightedMedian(windows, size);
    const belows = windows.map(({ run, low, high }) => countBelow(run, pivot, low, high));
    const atMosts = windows.map(({ run, high }, i) => countAtMost(run, pivot, belows[i] as number, high));
    const below = windows.reduce((sum, { low }, i) => sum + (belows[i] as number) - low, 0);
    const atMost = windows.reduce((sum, { low }, i) => sum + (atMosts[i] as number) - low, 0);
    if (left <= below) {
      windows = windows.map(({ run, low }, i) => ({ run, low, high: belows[i] as number }));
    } else if (left <= atMost) {
      return pivot;
    } else {
      left -= atMost;
      windows = windows.map(({ run, high }, i) => ({ run, low: atMosts[i] as number, high }));
    }
  }
}

interface Window {
  readonly run: Float64Array;
  readonly low: number;
  readonly high: number;
}

function sortedWindows(windows: readonly Window[]): Float64Array {
  const values = new Float64Array(windows.reduce((sum, { low, high }) => sum + high - low, 0));
  let offset = 0;
  for (const { run, low, high } of windows) {
    values.set(run.subarray(low, high), offset);
    offset += high - low;
  }
  return values.sort();
}

function weightedMedian(windows: readonly Window[], size: number): number {
  const middles = windows.map(({ run, low, high }) => ({
    value: run[(low + high) >>> 1] as number,
    weight: high - low,
  }));
  middles.sort((a, b) => a.value - b.value);
  let weight = 0;
  for (const middle of middles) {
    weight += middle.weight;
    if (2 * weight >= size) return middle.value;
  }
  return (middles.at(-1) as { value: number }).value;
}

/** Returns all values of the sorted runs as one sorted run. */
export function mergedRun(runs: readonly Float64Array[]): Float64Array {
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return only;
  return sortedWindows(runs.map((run) => ({ run, low: 0, high: run.length })));
}
