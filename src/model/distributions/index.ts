export type { Distribution } from './distribution.ts';
export { cdf, isDiscrete, mean, quantileFunction, support, variance } from './distribution.ts';
export type { Quantile, Support } from './law.ts';
