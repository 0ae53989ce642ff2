import * as at from '../../layout';
import * as state from '../state';

/** Step 6: the Holt forecast learns from the orders of a period, from launch on. */
// @ts-ignore: decorator
@inline
export function learn(lane: usize, now: v128): void {
  const isLaunched = f64x2.le(v128.load(lane, state.launch), now);
  const level = v128.load(lane, state.forecastLevel);
  const trend = v128.load(lane, state.trend);
  const variance = v128.load(lane, state.variance);
  const error = f64x2.sub(v128.load(lane, state.newOrders), f64x2.add(level, trend));
  const weighted = f64x2.mul(v128.load(lane, at.smoothing), error);
  const newLevel = f64x2.add(level, f64x2.add(trend, weighted));
  const newTrend = f64x2.add(trend, f64x2.mul(v128.load(lane, at.trendWeight), error));
  const kept = f64x2.mul(v128.load(lane, at.varianceKept), variance);
  const newVariance = f64x2.add(kept, f64x2.mul(weighted, error));
  v128.store(lane, v128.bitselect(newLevel, level, isLaunched), state.forecastLevel);
  v128.store(lane, v128.bitselect(newTrend, trend, isLaunched), state.trend);
  v128.store(lane, v128.bitselect(newVariance, variance, isLaunched), state.variance);
}
