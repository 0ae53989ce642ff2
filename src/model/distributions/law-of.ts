import { betaLaw } from './beta.ts';
import { binomialLaw } from './binomial.ts';
import { constantLaw } from './constant.ts';
import { discreteLaw } from './discrete.ts';
import type { Distribution } from './distribution.ts';
import { empiricalLaw } from './empirical.ts';
import { exponentialLaw } from './exponential.ts';
import { gammaLaw } from './gamma.ts';
import type { Law } from './law.ts';
import { lognormalLaw } from './lognormal.ts';
import { metalogLaw } from './metalog.ts';
import { mixtureLaw } from './mixture.ts';
import { negativeBinomialLaw } from './negbinomial.ts';
import { normalLaw } from './normal.ts';
import { poissonLaw } from './poisson.ts';
import { studentTLaw } from './studentt.ts';
import { triangularLaw } from './triangular.ts';
import { truncateLaw } from './truncate.ts';
import { uniformLaw } from './uniform.ts';
import { weibullLaw } from './weibull.ts';

/** Returns what can be asked of a distribution. Nothing is computed yet; tables are made when a quantile is prepared. */
export function lawOf(distribution: Distribution): Law {
  switch (distribution.type) {
    case 'constant':
      return constantLaw(distribution);
    case 'uniform':
      return uniformLaw(distribution);
    case 'triangular':
      return triangularLaw(distribution);
    case 'beta':
      return betaLaw(distribution);
    case 'normal':
      return normalLaw(distribution);
    case 'lognormal':
      return lognormalLaw(distribution);
    case 'gamma':
      return gammaLaw(distribution);
    case 'weibull':
      return weibullLaw(distribution);
    case 'exponential':
      return exponentialLaw(distribution);
    case 'studentt':
      return studentTLaw(distribution);
    case 'poisson':
      return poissonLaw(distribution);
    case 'binomial':
      return binomialLaw(distribution);
    case 'negbinomial':
      return negativeBinomialLaw(distribution);
    case 'discrete':
      return discreteLaw(distribution);
    case 'mixture':
      return mixtureLaw(distribution.weights, distribution.components.map(lawOf));
    case 'truncate':
      return truncateLaw(distribution, lawOf(distribution.component));
    case 'metalog':
      return metalogLaw(distribution);
    case 'empirical':
      return empiricalLaw(distribution);
  }
}
