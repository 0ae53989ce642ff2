import { assumption, type CatalogueProcess, vendor } from './entry.ts';
import { serviceDeposit, toolingDeposit } from './shared.ts';

const pages = 'phas.io vacuum-casting, tth, makerstage, formlabs, fictiv, bfymold, cnkaierwo';

/** Polyurethane cast in silicone moulds taken from a printed or machined master. */
export const vacuumCasting: CatalogueProcess = {
  name: 'vacuum-casting',
  title: 'Vacuum casting (silicone mould)',
  summary: 'Polyurethane cast in soft silicone moulds that wear out after a few dozen parts.',
  scale: 'short-run',
  fields: {
    setup: assumption('0', 'pouring is in the price of a casting'),
    batch: assumption('1', 'cast one at a time'),
    tooling: vendor('400 to 2500', `mould €600 (about $650), or hundreds to thousands of dollars (${pages})`),
    toolLife: vendor('15 to 60', `15–25, 20, 25–50, up to 100 shots (${pages})`),
    toolingLead: vendor(
      '2 to 7 days',
      `days to 2 weeks, mould and castings together (${pages}); the split is assumed`,
    ),
    toolingDeposit,
    changeCost: assumption('300 to 2500', 'a new master and a new mould cost about what the first did'),
    changeTime: assumption('3 to 10 days', 'a new master and a new mould'),
    material: assumption('3 to 9', 'polyurethane casting resin; the split from conversion is assumed'),
    conversion: vendor('10 to 35', `casting €18 each, about $20 (${pages}); less material, widened`),
    learning: assumption(
      'uniform(0.9, 1)',
      'handwork on small counts, from the middle of NASA JSC’s 80–95% to none; the published price is the same at 20 and at 40',
    ),
    learningReference: assumption('50', 'prices are quoted for 10 to 50'),
    yield: assumption('pert(0.85, 0.94, 0.99)', 'bubbles and torn moulds'),
    capacity: assumption('uniform(20, 150) /week', 'a few castings a mould and day, one to four moulds'),
    lead: vendor(
      '3 to 10 days',
      `days to 2 weeks, mould and castings together (${pages}); the split is assumed`,
    ),
    deposit: serviceDeposit,
  },
  limits: {
    materials: {
      polyurethane: true,
      abs: 'as an ABS-like polyurethane',
      nylon: 'as a nylon-like polyurethane',
      polycarbonate: 'as a clear or tough polyurethane',
      acrylic: 'as a clear polyurethane',
      polypropylene: 'as a PP-like polyurethane',
      polyethylene: 'as a PE-like polyurethane',
      acetal: 'as an acetal-like polyurethane',
      resin: true,
      silicone: true,
      rubber: 'as a rubber-like polyurethane',
      tpu: 'as a rubber-like polyurethane',
      tpe: 'as a rubber-like polyurethane',
    },
    finishes: {
      'as-made': true,
      painted: true,
      polished: true,
      textured: 'copied from the master',
      clear: true,
      plated: 'by vacuum metallising',
    },
    tolerance: {
      finest: 0.15,
      usual: 0.3,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.3 mm, the shrinkage of resin and silicone',
    },
    economic: {
      from: 10,
      to: 200,
      evidence: 'vendor figure',
      source: `10–50, up to 200 (${pages})`,
    },
  },
  change: 'a new master and a new silicone mould',
};
