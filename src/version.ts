import { readFileSync } from 'node:fs';

/** Run from source, as tests do, the package's own file is one folder nearer. */
const packageFile = new URL(
  import.meta.url.endsWith('.ts') ? '../package.json' : '../../package.json',
  import.meta.url,
);

/** The version of this program. Results depend on scenario, seed and version alone. */
export const version: string = JSON.parse(readFileSync(packageFile, 'utf8')).version;
