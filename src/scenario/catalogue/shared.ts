import { assumption, paper, vendor } from './entry.ts';

const goodsTerms = 'goods 30% deposit and 70% before shipment, moulders and traders';

/** Tools are paid 50/50, 30/70 or 30/40/30. */
export const toolingDeposit = vendor('uniform(0.3, 0.5)', 'suppliers’ terms: tools 50/50, 30/70, 30/40/30');

/** Goods from a factory: 30% down. */
export const factoryDeposit = vendor('0.3', goodsTerms);

/** Goods from an online service: anything from a factory's terms to all of it on order. */
export const serviceDeposit = assumption(
  'uniform(0.3, 1)',
  `for services that take payment with the order; the lower end is a vendor figure (${goodsTerms})`,
);

/** Machined by hand and machine, again and again. */
export const machiningLearning = paper(
  'uniform(0.9, 0.95)',
  'NASA JSC learning-curve page, after Stewart: repetitive machining 90–95% a doubling',
);

/** The machine sets the pace, so there is little to learn. */
export const machinePacedLearning = assumption(
  'uniform(0.95, 1)',
  'the machine sets the pace, so from no learning to the upper end of NASA JSC’s 90–95% for repetitive machining',
);

/** Minimum orders that moulders publish, each as likely as the next. */
export const minimumOrders = vendor(
  'discrete(500: 0.2, 600: 0.2, 1000: 0.2, 1200: 0.2, 5000: 0.2)',
  'minimum orders published: 500, 600, 1,000, 1,200, 5,000, each taken as equally likely',
);

/** A tool in steel is reworked. */
export const mouldChangeTime = vendor('2 to 6 weeks', 'bjlingate: mould-change rework 2–6 weeks');
