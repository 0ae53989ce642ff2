import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the sample in results/', () => {
  it('is what this version gives, to the byte', () => {
    const said = execFileSync(process.execPath, ['dist/src/cli/main.js', 'verify', 'results/sample'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(said).toBe('identical: every result file has the same bytes\n');
  });
});
