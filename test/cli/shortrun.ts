import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program as it is installed; the script before the tests builds it. */
export const binary = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a process of its own in a folder. */
export function shortrun(folder: string, words: readonly string[], options: SpawnSyncOptions = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...words], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    ...options,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

/** Returns a new folder that holds these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'shortrun-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A small scenario of two strategies in which a little of everything is uncertain. */
export const lamp = `calendar: { horizon: 40 weeks }
market:
  model: bass
  price: 89
  size: 2000 to 9000
  innovation: 0.05 /year
  imitation: 0.9 to 2 /year
  noise: 0.3
plan: { demand: 60 to 120 /week }
design: { issues: poisson(4), benchDiscovery: 0.02 /week, engineeringCost: 400, inventoryScrap: 0.2 }
finance: { openingCash: 120000, burn: 1500 /week, discountRate: 0.1, salvage: 0.3 }
processes:
  cnc: { scale: short-run, setup: 200, batch: 25, material: 30, lead: 1 week }
  mould: { scale: mass, tooling: 20000 to 45000, toolingLead: 8 weeks, material: 8, minimumOrder: 500, lead: 3 weeks }
strategies:
  early: { initialOrder: 500, stages: [{ process: mould }] }
  staged:
    initialOrder: 100
    stages: [{ process: cnc }, { process: mould }]
    advanceWhen: { marketValidated: { sold: 150 } }
correlations: [[market.size, plan.demand, 0.6]]
`;

/** Scenarios that differ from the lamp. */
export const lampSet = `scenario,market.price,finance.openingCash
cheap,69,
usual,,
rich,,400000
poor,89,20000 to 60000
`;
