import { headOrigin } from '../../layout';

/**
 * The address 0, from which tables of constants are read. It is read from memory so that no compiler knows it: with a known
 * address each constant would cost an instruction more.
 */
export let origin: usize = 0;

/** Reads the origin; called before anything else. */
export function setOrigin(): void {
  origin = <usize>load<u32>(headOrigin);
}
