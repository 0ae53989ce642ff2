import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OracleJob } from './export-draws.ts';

/** By replication and strategy, the value of each metric; null where it does not exist. */
export type OracleResults = readonly Readonly<Record<string, Readonly<Record<string, number | null>>>>[];

const peers = fileURLToPath(new URL('../../bench/peers', import.meta.url));

/** Starting Python takes longer than a scenario, so all jobs go through one process. */
const loop = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import oracle
for line in sys.stdin:
    job = json.loads(line)
    results = []
    for replication in job['replications']:
        tree = oracle.with_inputs(job['scenario'], replication['inputs'])
        results.append({name: oracle.Path(tree, name, replication).run() for name in tree['strategies']})
    print(json.dumps(results))
`;

/** Returns whether this machine has a Python that can run the oracle. */
export function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import math; math.fsum'], { timeout: 20_000 }).status === 0;
}

/** Returns what the oracle, in Python, makes of each job. Throws where it fails, which its own checks make it do. */
export function runOracle(jobs: readonly OracleJob[]): readonly OracleResults[] {
  const input = jobs.map((job) => JSON.stringify(job)).join('\n');
  const { status, stdout, stderr } = spawnSync('python3', ['-c', loop, peers], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OracleResults);
}
