/** The first look: before it an asymptotic statement is worth little. */
const firstLook = 256;

/**
 * Returns the numbers of replications at which a run is looked at: 256, 384, 512, 768, … (powers of 2 and the middles
 * between them), and `most` at last. They depend on nothing else, and all but the last are whole numbers of blocks.
 */
export function lookPoints(most: number): readonly number[] {
  const looks: number[] = [];
  for (let whole = firstLook; whole < most; whole *= 2) {
    looks.push(whole);
    if (1.5 * whole < most) looks.push(1.5 * whole);
  }
  return [...looks, most];
}
