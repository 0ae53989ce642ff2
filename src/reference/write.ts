import { writeFileSync } from 'node:fs';
import { resultsReference } from './results.ts';
import { scenarioReference } from './scenario.ts';

// `npm run docs`: writes the pages of docs/ that are made from the code. Run from the checkout.
writeFileSync('docs/scenario.md', scenarioReference());
writeFileSync('docs/results.md', resultsReference());
