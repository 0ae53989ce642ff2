import { quantity } from '../schema/quantity.ts';
import { choice, text } from '../schema/scalars.ts';
import { section } from '../schema/section.ts';

const none = { standard: 0 } as const;

export const process = section(
  {
    from: text('a process of the built-in catalogue to start from; what follows overrides it', ''),
    scale: choice(
      ['prototype', 'short-run', 'low-volume', 'mass'],
      'what the process is made for; reaching a mass process counts as scaled',
    ),
    setup: quantity('money', 'a batch', none),
    batch: quantity('batch', 'units a batch; orders are whole batches', { standard: 1 }),
    tooling: quantity('money', 'a tool', none),
    toolLife: quantity('positiveUnits', 'units a tool lasts; another is bought when it is worn out', {
      absent: 'unlimited',
    }),
    toolingLead: quantity('duration', 'from ordering a tool until it is ready', { standard: '0 days' }),
    toolingDeposit: quantity('fraction', 'share of a tool paid when it is ordered, the rest when ready', {
      standard: 1,
    }),
    changeCost: quantity('money', 'of one design revision on this process', none),
    changeTime: quantity('duration', 'that one design revision blocks this process', { standard: '0 days' }),
    material: quantity('money', 'a unit; does not learn', none),
    conversion: quantity('money', 'labour and machine time a unit; learns', none),
    learning: quantity('positiveFraction', 'conversion cost after a doubling, as a fraction', {
      standard: 1,
    }),
    learningReference: quantity('positiveUnits', 'units ordered from which learning counts', { standard: 1 }),
    yield: quantity('positiveFraction', 'good units of those paid for', { standard: 1 }),
    capacity: quantity('unitsRate', 'units paid for', { absent: 'unlimited' }),
    minimumOrder: quantity('units', 'the least that can be ordered', none),
    lead: quantity('leadTime', 'from ordering a batch until it arrives', {
      standard: '0 days',
      standardWording: '1 period',
    }),
    deposit: quantity('fraction', 'share of an order paid at once, the rest on arrival', { standard: 1 }),
  },
  'a way of making the product',
);
