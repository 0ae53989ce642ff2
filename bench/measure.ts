/** Returns how long a piece of work took, in seconds. */
export function secondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Returns how long this process computed for a piece of work, in seconds: others' work on the machine does not count. */
export function cpuSecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Returns how long it took until a promise was kept, in seconds. */
export async function secondsUntil(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/**
 * Returns how many units of work take about so many seconds: doubles from `least` until a tenth of it is reached, and
 * scales up. Being the first to run, it also warms up what it measures.
 */
export async function unitsFor(
  seconds: number,
  least: number,
  work: (units: number) => Promise<number> | number,
): Promise<number> {
  for (let units = least; ; units *= 2) {
    const took = await work(units);
    if (took >= seconds / 10) return Math.max(least, Math.ceil((units * seconds) / took / least) * least);
  }
}
