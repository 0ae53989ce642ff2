import { assumption, type CatalogueProcess, vendor } from './entry.ts';
import { machiningLearning, serviceDeposit } from './shared.ts';

const pages =
  'lasercalcpro cnc-volume-pricing, pkcncmachining, theassembly.io moq-explained, makerverse cost-per-part, nylonplastic';

/** Milling from solid by a job shop or an online service. */
export const cncMachining: CatalogueProcess = {
  name: 'cnc-machining',
  title: 'CNC machining',
  summary: 'Milled from solid: any metal and hard plastic, fine tolerances, a setup for every batch.',
  scale: 'short-run',
  fields: {
    setup: vendor(
      '150 to 500',
      `setup $300 for 1–4 h (${pages}), widened; with $15 a part it gives the published $45 at 10, $21 at 50 and $18 at 100`,
    ),
    batch: assumption(
      '50',
      'parts made in one setting; published prices spread one setup over the whole order instead',
    ),
    tooling: vendor('150 to 600', `fixture $300 (${pages}), widened`),
    toolingLead: vendor('0 days', `the lead of 3–10 days (${pages}) is taken to include program and fixture`),
    toolingDeposit: assumption('1', 'a sum this small is paid at once'),
    changeCost: assumption('100 to 800', 'a new program and up to a new fixture'),
    changeTime: assumption('1 to 7 days', 'a new program and its first article'),
    material: assumption(
      '3 to 12',
      'a block of plastic or aluminium of 0.2–0.7 kg; the split from conversion is assumed',
    ),
    conversion: vendor(
      '10 to 45',
      `$15 a part variable; an aluminium housing $55 at 10, of which $30 may be setup (${pages}); less material, widened`,
    ),
    learning: machiningLearning,
    learningReference: assumption('500', 'published prices stay at $15 variable up to several hundred'),
    yield: assumption('pert(0.94, 0.98, 1)', 'scrap of a job shop'),
    capacity: assumption('uniform(100, 600) /week', 'one to four machines at 20–40 minutes a part'),
    lead: vendor('3 to 10 days', `3–10 days (${pages})`),
    deposit: serviceDeposit,
  },
  limits: {
    materials: {
      abs: true,
      nylon: true,
      polycarbonate: true,
      acrylic: true,
      polypropylene: true,
      polyethylene: true,
      acetal: true,
      peek: 'dear as a block',
      polyurethane: 'as a solid board or block',
      aluminium: true,
      steel: true,
      'stainless-steel': 'slower to cut than the figures assume',
      zinc: true,
      magnesium: 'needs a shop that is fitted for its swarf',
      brass: true,
      copper: true,
      titanium: 'several times slower to cut than the figures assume',
    },
    finishes: {
      'as-made': 'with visible tool marks',
      painted: true,
      polished: true,
      textured: 'bead-blasted',
      clear: 'polished by hand or vapour',
      anodised: true,
      'powder-coated': true,
      plated: true,
    },
    tolerance: {
      finest: 0.02,
      usual: 0.1,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.1 mm without asking, ± 0.02 mm with care',
    },
    economic: {
      from: 50,
      to: 2000,
      evidence: 'vendor figure',
      source: `50–2,000 (${pages})`,
    },
  },
  change: 'a new program and perhaps a new fixture',
};
