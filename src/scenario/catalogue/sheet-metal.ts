import { assumption, type CatalogueProcess, paper, vendor } from './entry.ts';
import { serviceDeposit } from './shared.ts';

/** Cut and bent sheet, without a dedicated stamping die. */
export const sheetMetal: CatalogueProcess = {
  name: 'sheet-metal',
  title: 'Sheet metal (cut and bent)',
  summary: 'Laser-cut and folded metal: next to no tooling, for shapes that unfold into a flat sheet.',
  scale: 'low-volume',
  fields: {
    setup: assumption(
      '80 to 400',
      'programming and setting the press brake; the one page found (okdor) says only “low”',
    ),
    batch: assumption('50', 'one setting of the brake makes some tens of parts'),
    tooling: assumption(
      'uniform(0, 1000)',
      'standard punches, at most one special one; the one page found (okdor) says only “low”',
    ),
    toolingLead: assumption('0 days', 'standard punches are at hand'),
    toolingDeposit: assumption('1', 'a sum this small is paid at once'),
    changeCost: assumption('50 to 500', 'a new flat pattern and a new setting'),
    changeTime: assumption('1 to 7 days', 'a new flat pattern and its first article'),
    material: assumption(
      '2 to 10',
      'a few hundred grams of sheet with offcuts; the split from conversion is assumed',
    ),
    conversion: vendor(
      '5 to 60',
      'a part costs $5–75 in production and $15–150 as a prototype (okdor sheet-metal-fabrication-cost); less material',
    ),
    learning: paper(
      'uniform(0.9, 0.95)',
      'NASA JSC learning-curve page, after Stewart: repetitive machining 90–95% a doubling, taken for cutting and bending',
    ),
    learningReference: assumption('100', 'prices are quoted for tens to hundreds'),
    yield: assumption('pert(0.94, 0.98, 1)', 'scratches and bend errors'),
    capacity: assumption('uniform(100, 1000) /week', 'a shop’s share of one cutter and one or two brakes'),
    lead: assumption('5 to 20 days', 'as for machining, and up to twice that'),
    deposit: serviceDeposit,
  },
  limits: {
    materials: {
      aluminium: true,
      steel: true,
      'stainless-steel': true,
      brass: true,
      copper: true,
      titanium: 'bends poorly and only at large radii',
    },
    finishes: {
      'as-made': true,
      painted: true,
      polished: true,
      textured: true,
      anodised: true,
      'powder-coated': true,
      plated: true,
    },
    tolerance: {
      finest: 0.1,
      usual: 0.4,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.1 mm on a laser-cut edge, ± 0.4 mm across bends',
    },
    economic: {
      from: 1,
      to: 10_000,
      evidence: 'assumption',
      source: 'assumption, no figure found: from single parts to where a stamping die takes over',
    },
    shape: 'only shapes that fold from a flat sheet',
  },
  change: 'a new flat pattern and a new setting of the brake',
};
