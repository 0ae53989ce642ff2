import type { Distribution } from '../../../../src/model/distributions/index.ts';

const normal = { type: 'normal', mean: 3, sd: 2 } as const;
const gamma = { type: 'gamma', shape: 2.5, scale: 4 } as const;
const poisson = { type: 'poisson', mean: 4.5 } as const;

/** Continuous distributions of every kind, with the odd shapes that tables find hard. */
export const continuous: readonly Distribution[] = [
  { type: 'uniform', min: -1, max: 4 },
  { type: 'triangular', min: 1, mode: 2, max: 5 },
  { type: 'triangular', min: 1, mode: 1, max: 5 },
  { type: 'triangular', min: 1, mode: 5, max: 5 },
  { type: 'beta', alpha: 2, beta: 5, min: 0, max: 1 },
  { type: 'beta', alpha: 0.5, beta: 0.5, min: -2, max: 3 },
  { type: 'beta', alpha: 0.2, beta: 3, min: 0, max: 1 },
  { type: 'beta', alpha: 1.8, beta: 4.2, min: 10, max: 20 },
  { type: 'beta', alpha: 3000, beta: 500, min: 0, max: 1 },
  normal,
  { type: 'lognormal', mu: 1, sigma: 0.5 },
  gamma,
  { type: 'gamma', shape: 0.3, scale: 2 },
  { type: 'gamma', shape: 2000, scale: 0.1 },
  { type: 'weibull', shape: 1.7, scale: 3 },
  { type: 'weibull', shape: 0.7, scale: 3 },
  { type: 'exponential', mean: 5 },
  { type: 'studentt', df: 3, location: 1, scale: 2 },
  { type: 'studentt', df: 50, location: -1, scale: 0.5 },
  { type: 'metalog', a1: 2, a2: 1, a3: 1.2 },
  { type: 'metalog', a1: 2, a2: 0.2, a3: -0.1, low: 1 },
  { type: 'metalog', a1: 2, a2: 0.2, a3: -0.1, high: 5 },
  { type: 'metalog', a1: 0.5, a2: 0.4, a3: 0.2, low: -1, high: 3 },
  { type: 'mixture', weights: [0.3, 0.7], components: [normal, { type: 'normal', mean: 9, sd: 1 }] },
  { type: 'mixture', weights: [0.5, 0.5], components: [gamma, { type: 'lognormal', mu: 3, sigma: 0.2 }] },
  { type: 'mixture', weights: [0.1, 0.9], components: [{ type: 'uniform', min: 0, max: 1 }, normal] },
  { type: 'truncate', component: normal, low: 2, high: 7 },
  { type: 'truncate', component: normal, low: 10 },
  { type: 'truncate', component: gamma, high: 6 },
  {
    type: 'truncate',
    component: { type: 'mixture', weights: [0.5, 0.5], components: [gamma, normal] },
    low: 1,
    high: 9,
  },
];

/** Distributions with atoms and nothing else. */
export const discrete: readonly Distribution[] = [
  { type: 'constant', value: 7 },
  poisson,
  { type: 'poisson', mean: 300 },
  { type: 'binomial', n: 12, p: 0.3 },
  { type: 'binomial', n: 5000, p: 0.02 },
  { type: 'negbinomial', mean: 6, sd: 5 },
  { type: 'discrete', values: [-1, 2, 2.5], weights: [0.2, 0.5, 0.3] },
  { type: 'empirical', values: [1, 1, 2, 3, 5, 8, 13] },
  {
    type: 'mixture',
    weights: [0.25, 0.75],
    components: [poisson, { type: 'discrete', values: [-2, 0.5], weights: [0.5, 0.5] }],
  },
  { type: 'truncate', component: poisson, low: 2, high: 9 },
  { type: 'truncate', component: { type: 'empirical', values: [1, 2, 3, 5, 8, 13] }, low: 2.5, high: 8 },
];

/** Distributions with atoms and a density beside them. */
export const mixed: readonly Distribution[] = [
  { type: 'mixture', weights: [0.3, 0.7], components: [{ type: 'constant', value: 0 }, gamma] },
  { type: 'mixture', weights: [0.3, 0.7], components: [{ type: 'constant', value: 4 }, normal] },
  { type: 'mixture', weights: [0.5, 0.5], components: [poisson, { type: 'uniform', min: 2.5, max: 6.5 }] },
  {
    type: 'truncate',
    component: { type: 'mixture', weights: [0.3, 0.7], components: [{ type: 'constant', value: 4 }, normal] },
    low: 1,
    high: 4,
  },
];
