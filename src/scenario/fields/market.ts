import { profile } from '../schema/profile.ts';
import { quantity } from '../schema/quantity.ts';
import { choice } from '../schema/scalars.ts';
import { seasonality } from '../schema/seasonality.ts';
import { section } from '../schema/section.ts';

export const market = section(
  {
    model: choice(
      ['bass', 'level', 'profile'],
      'how demand runs after launch: a Bass diffusion, a level with growth, or a given profile',
    ),
    counting: choice(
      ['poisson', 'expected'],
      'orders are whole and random, or the intensity itself',
      'poisson',
    ),
    price: quantity('money', 'what a customer pays for a unit, in period 0'),
    priceErosion: quantity('annualFraction', 'how fast the price falls: price·(1 − e)^(t/n)', {
      standard: 0,
    }),
    size: quantity('positiveUnits', 'bass: everyone who could ever buy one (M)', {
      standard: 1,
      standardWording: 'required with bass',
    }),
    innovation: quantity('rate', 'bass: the coefficient of innovation p', {
      standard: '0 /year',
      standardWording: 'required with bass',
    }),
    imitation: quantity('rate', 'bass: the coefficient of imitation q', {
      standard: '0 /year',
      standardWording: 'required with bass',
    }),
    level: quantity('unitsRate', 'level: demand at launch', {
      standard: '0 /year',
      standardWording: 'required with level',
    }),
    growth: quantity('annualGrowth', 'level: growth of demand since launch', { standard: 0 }),
    profile: profile('profile: demand in each period since launch, the last repeating'),
    profileScale: quantity('units', 'profile: what the profile is multiplied by', { standard: 1 }),
    seasonality: seasonality('twelve monthly factors of mean 1 (± 1%), January first'),
    noise: quantity('number', 'standard deviation of the log of demand around its course', { standard: 0 }),
    noisePersistence: quantity('persistence', 'correlation of that noise from period to period', {
      standard: 0,
    }),
    cancel: quantity('shareRate', 'share of waiting orders that give up', { standard: '0 /year' }),
    competitor: section(
      {
        arrives: quantity('duration', 'when a competitor appears, from the start', { absent: 'never' }),
        share: quantity('fraction', 'the share of demand that it takes from then on', { standard: 0 }),
      },
      'a competitor that takes a share of demand from some date on',
    ),
    paymentDelay: quantity('duration', 'customers pay this long after shipping', { standard: '0 days' }),
  },
  'who buys, how many, and what they pay',
);
