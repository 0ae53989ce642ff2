import { layoutVersion, row } from '../layout';

export { fillDemandFactors } from './draws/noise';
export { fillNormals } from './draws/normals';
export { fillUniforms, setKey } from './draws/uniforms';
export { play } from './play';

/** Returns the version of the layout that the kernel was built with. */
export function version(): i32 {
  return layoutVersion;
}

/** Writes one value a row to every lane of the rows at `to`. */
export function broadcast(values: usize, to: usize, rows: i32): void {
  for (let i = 0; i < rows; i++) {
    const value = v128.load64_splat(values + 8 * i);
    for (let lane: usize = 0; lane < <usize>row; lane += 16) v128.store(to + lane, value);
    to += row;
  }
}
