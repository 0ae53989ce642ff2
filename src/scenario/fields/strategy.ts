import { list } from '../schema/list.ts';
import { quantity } from '../schema/quantity.ts';
import { text, whole } from '../schema/scalars.ts';
import { optionalSection, section } from '../schema/section.ts';
import { gates } from './gates.ts';

const none = { standard: 0 } as const;

const stage = section(
  {
    process: text('the process of this stage, by its name'),
    cover: quantity('duration', 'demand that an order covers beyond its lead time', { standard: '4 weeks' }),
    safety: quantity('number', 'safety stock, in standard deviations of the forecast error', { standard: 1 }),
    stepUp: quantity('number', 'an order is at most so many times the one before', { absent: 'unlimited' }),
    advanceWhen: gates,
  },
  'a step of the ladder',
);

export const strategy = section(
  {
    initialOrder: quantity('units', 'the first order'),
    stages: list(stage, 'the ladder, in order; no process twice', 1),
    advanceWhen: gates,
    validationRounds: whole('prototype rounds before the first tool', 0, 100, 0),
    supplierCollaboration: section(
      {
        cost: quantity('moneyRate', 'of working with the supplier', { standard: '0 /year' }),
        issueReduction: quantity('fraction', 'share of the issues that it removes at the start', none),
        changeReduction: quantity('fraction', 'share that it takes off the cost of a revision', none),
        setupReduction: quantity('fraction', 'share that it takes off a setup', none),
      },
      'design for manufacture with the supplier',
    ),
    stop: optionalSection(
      {
        after: quantity('duration', 'so long after launch'),
        soldBelow: quantity('units', 'stop if fewer were ordered for good (shipped and waiting)'),
      },
      'the option to abandon',
    ),
  },
  'a rule for producing',
);
