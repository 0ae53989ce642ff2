import { list } from '../schema/list.ts';
import { quantity } from '../schema/quantity.ts';
import { section } from '../schema/section.ts';

const none = { standard: 0 } as const;

export const finance = section(
  {
    openingCash: quantity('balance', 'cash at the start'),
    burn: quantity('moneyRate', 'fixed cost until the end', { standard: '0 /year' }),
    discountRate: quantity('annualGrowth', 'at which cash flows are discounted', none),
    holdingRate: quantity('annualFraction', 'storage, insurance and shrinkage, of the value of stock', none),
    salvage: quantity('fraction', 'of unit cost: what stock left over is worth', none),
    reserve: quantity('money', 'cash below which nothing is ordered', none),
    creditLine: quantity('money', 'insolvent below minus this', none),
    creditRate: quantity('annualFraction', 'interest on negative cash', none),
    insolvencyCost: quantity('money', 'what going broke costs beside', none),
    terminal: quantity('duration', 'this much margin is valued at the end', { standard: '0 days' }),
    funding: list(
      section({
        at: quantity('duration', 'when equity is offered, in that period only'),
        amount: quantity('money', 'how much'),
        ifSold: quantity('units', 'only if so many units were shipped by then', none),
      }),
      'equity rounds: in cash, not in the net present value',
    ),
  },
  'cash, its cost, and what going broke means',
);
