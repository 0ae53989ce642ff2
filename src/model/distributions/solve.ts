/** A non-decreasing function that is to be 0, and its derivative. */
export interface Increasing {
  value(y: number): number;
  /** Is asked for only where the value has just been. */
  slope(y: number): number;
}

/** Enough to halve down from any double to the least one, every other round. */
const mostRounds = 2500;

/**
 * Returns where an increasing function is 0: Newton's method, held within [low, high], which is halved instead wherever
 * a Newton step would leave it. The bounds may be infinite where the function is concave, from where Newton cannot stray.
 * Stops with the step that it takes from where the value is at most `nearZero` in size, for Newton squares the error, or
 * at the last place of a double.
 */
export function solveIncreasing(
  f: Increasing,
  low: number,
  high: number,
  guess: number,
  nearZero: number,
): number {
  if (low === high) return low;
  let [left, right] = [low, high];
  let y = guess > low && guess < high ? guess : Number.isFinite(low + high) ? low + (high - low) / 2 : guess;
  for (let round = 0; round < mostRounds; round += 1) {
    const value = f.value(y);
    if (value === 0) return y;
    if (value < 0) left = y;
    else right = y;
    const newton = y - value / f.slope(y);
    const isInside = newton > left && newton < right;
    if (Math.abs(value) <= nearZero) return isInside ? newton : y;
    // Newton may creep along a function that is almost flat, so after a while every other round halves.
    const halves = !isInside || (round > 8 && round % 2 === 0 && Number.isFinite(right - left));
    const next = halves ? left + (right - left) / 2 : newton;
    if (!(next > left && next < right)) return y;
    y = next;
  }
  return y;
}
