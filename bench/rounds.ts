/** Somebody in a race: a call does a round's work and returns what it cost, in nanoseconds for each unit of work. */
export interface Runner {
  readonly name: string;
  run(round: number): Promise<number> | number;
}

/**
 * Returns what every runner cost in each round. The rounds are interleaved, A B C A B C, so that a machine that gets
 * slower or busier for a while is so for all; a round before the first one is played and not counted.
 */
export async function race(
  runners: readonly Runner[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const costs = new Map<string, number[]>(runners.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run } of runners) {
      const cost = await run(round + 1);
      if (round >= 0) costs.get(name)?.push(cost);
    }
  }
  return costs;
}
