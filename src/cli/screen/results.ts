import { join } from 'node:path';
import type { Experiment } from '../../experiment/open.ts';
import { remarksOn } from '../../experiment/warnings.ts';
import { grouped, percent } from '../../report/format.ts';
import type { Manifest } from '../../report/manifest.ts';
import type { ScenarioRows } from '../../report/rows.ts';
import { type Verdict, verdictWords } from '../../report/verdict.ts';
import { convergenceChart } from './convergence-chart.ts';
import { setText } from './set-results.ts';
import { strategyTable } from './strategy-table.ts';
import { style } from './style.ts';

/** Collects what finishes and says at the end what came out. */
export interface Screen {
  add(rows: ScenarioRows, verdict: Verdict | undefined): void;
  text(manifest: Manifest, folder: string): string;
  json(manifest: Manifest): string;
}

/** Up to so many scenarios are shown one by one; more are shown together. */
const mostShownSingly = 5;

/** Returns the screen of a run. For a large set it keeps a verdict a scenario and nothing else. */
export function createScreen({ scenarios }: Experiment): Screen {
  const verdicts: Verdict[] = [];
  const singles: string[] = [];
  const singly = scenarios.count <= mostShownSingly;
  return {
    add(rows, verdict) {
      if (verdict !== undefined) verdicts.push(verdict);
      if (!singly || verdict === undefined) return;
      singles.push(
        `${style.heading(rows.scenario)}\n${verdictWords(verdict)}\n\n${strategyTable(rows, verdict)}\n${chartText(rows, verdict)}`,
      );
    },
    text(manifest, folder) {
      const said = singly ? singles.join('\n') : setText(verdicts);
      const shown = Array.from({ length: singly ? scenarios.count : 0 }, (_, index) => scenarios.at(index));
      const remarks = [...new Set(shown.flatMap(remarksOn))];
      return `${said}\n${warningText(manifest, remarks)}${fileText(manifest, folder)}`;
    },
    json(manifest) {
      return `${JSON.stringify({ verdicts: verdicts.map((verdict) => ({ ...verdict, words: verdictWords(verdict) })), manifest }, null, 2)}\n`;
    },
  };
}

function warningText({ clamps, repairs }: Manifest, remarks: readonly string[]): string {
  const worst = [...clamps].sort((a, b) => b.share - a.share).slice(0, 5);
  const lines = [
    ...worst.map(
      ({ scenario, field, share }) =>
        `${percent(share)} of the draws of ${field} in ${scenario} lay outside what it may be, and were put to the edge`,
    ),
    ...(clamps.length > worst.length ? [`and ${clamps.length - worst.length} more: see manifest.json`] : []),
    ...repairs
      .slice(0, 5)
      .map(
        ({ first, second, asked, used }) =>
          `the correlation ${asked} of ${first} and ${second} is impossible with the others: ${used.toFixed(3)} is used`,
      ),
    ...remarks,
  ];
  return lines.map((line) => `${style.warning('note')}: ${line}\n`).join('');
}

function chartText({ convergence }: ScenarioRows, verdict: Verdict): string {
  return convergence.length === 0 ? '' : `\n${convergenceChart(convergence, verdict)}`;
}

function fileText({ outputs, run, scenarios, futures, seed }: Manifest, folder: string): string {
  const files = [...outputs.map(({ file }) => file), 'manifest.json'].join(', ');
  const seconds = (run.elapsedMs / 1000).toFixed(1);
  const each = futures / scenarios;
  const played = Number.isInteger(each)
    ? `${scenarios} × ${grouped(each)} futures`
    : `${scenarios} scenarios, ${grouped(futures)} futures`;
  const size = `${played}, seed ${seed}, ${seconds} s`;
  return style.quiet(`${size}\n${join(folder, '')}: ${files}\n`);
}
