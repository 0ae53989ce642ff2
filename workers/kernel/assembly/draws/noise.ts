import * as at from '../../layout';
import { row } from '../../layout';
import { exp } from '../math/exp';

/** The AR(1) of the last period, by replication. */
const last: usize = memory.data(row, 16);

/** Fills the rows of noise times season (model, section 3): x_t = ρ·x + √(1 − ρ²)·z, factor exp(σ·x − σ²/2)·season. */
export function fillDemandFactors(): void {
  const periods = load<i32>(at.headPeriods);
  const lanesBytes = <usize>load<i32>(at.headLanesBytes);
  const isNoisy = load<i32>(at.headIsNoisy) !== 0;
  const season = <usize>load<i32>(at.headSeason);
  let normals = <usize>load<i32>(at.headNormals);
  let to = <usize>load<i32>(at.headDemandFactors);
  for (let t = 0; t < periods; t++, normals += row, to += row) {
    const factor = v128.load64_splat(season + 8 * t);
    for (let lane: usize = 0; lane < lanesBytes; lane += 16) {
      if (!isNoisy) {
        v128.store(to + lane, factor);
        continue;
      }
      let x = v128.load(normals + lane);
      if (t > 0) {
        const kept = f64x2.mul(v128.load(lane, at.noisePersistence), v128.load(last + lane));
        x = f64x2.add(kept, f64x2.mul(v128.load(lane, at.freshNoise), x));
      }
      v128.store(last + lane, x);
      const shift = f64x2.sub(f64x2.mul(v128.load(lane, at.noise), x), v128.load(lane, at.noiseDrift));
      v128.store(to + lane, f64x2.mul(exp(shift), factor));
    }
  }
}
