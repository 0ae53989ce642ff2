import type { FinishName } from './finishes.ts';
import type { MaterialName } from './materials.ts';

/** The names of the built-in processes, from the least tooling to the most. */
export const processNames = [
  '3d-printing',
  'sheet-metal',
  'cnc-machining',
  'vacuum-casting',
  'bridge-tooling',
  'injection-molding',
  'die-casting',
] as const;

export type ProcessName = (typeof processNames)[number];

/** What a figure rests on. Vendors disagree by factors of 2 to 10; an assumption means that no figure was found. */
export type Evidence = 'paper' | 'vendor figure' | 'assumption' | 'engineering judgement';

/** One figure of the catalogue: a text of the value grammar, as a user would write it, and where it comes from. */
export interface Figure {
  readonly text: string;
  readonly evidence: Evidence;
  /** The publication, what it says, and what was made of it (a conversion of currency, a widening). */
  readonly source: string;
}

/** The fields of `processes.<p>` that an entry of the catalogue may give, except `scale`. */
export type CatalogueField =
  | 'setup'
  | 'batch'
  | 'tooling'
  | 'toolLife'
  | 'toolingLead'
  | 'toolingDeposit'
  | 'changeCost'
  | 'changeTime'
  | 'material'
  | 'conversion'
  | 'learning'
  | 'learningReference'
  | 'yield'
  | 'capacity'
  | 'minimumOrder'
  | 'lead'
  | 'deposit';

/** What can be done: `true` plainly, a text where it can be done with the remark that the text makes. */
export type Possible = true | string;

/** What a process can and cannot make. */
export interface ProcessLimits {
  readonly materials: Readonly<Partial<Record<MaterialName, Possible>>>;
  readonly finishes: Readonly<Partial<Record<FinishName, Possible>>>;
  /** ± mm over about 100 mm: `usual` comes without asking, `finest` with care and at a price, below it not at all. */
  readonly tolerance: { readonly finest: number; readonly usual: number } & Provenance;
  /** Units for which the publications call the process economic, the widest of their ranges; no `to` is no upper end. */
  readonly economic: { readonly from: number; readonly to?: number } & Provenance;
  /** What the shape must be like, where the process cannot make any shape. */
  readonly shape?: string;
}

interface Provenance {
  readonly evidence: Evidence;
  readonly source: string;
}

/** A process of the built-in catalogue, for a palm-sized part of about 100 × 60 × 30 mm, money in US dollars. */
export interface CatalogueProcess {
  readonly name: ProcessName;
  readonly title: string;
  readonly summary: string;
  readonly scale: 'prototype' | 'short-run' | 'low-volume' | 'mass';
  readonly fields: Readonly<Partial<Record<CatalogueField, Figure>>>;
  readonly limits: ProcessLimits;
  /** How a change of the design is paid for, in words; `changeCost` and `changeTime` say how much. */
  readonly change: string;
}

/** Returns a figure that a supplier's page, a calculator or a blog gives. */
export function vendor(text: string, source: string): Figure {
  return { text, evidence: 'vendor figure', source };
}

/** Returns a figure from a paper, a survey, a filing or a textbook. */
export function paper(text: string, source: string): Figure {
  return { text, evidence: 'paper', source };
}

/** Returns a wide and neutral figure for which no publication was found, with the reasoning behind it. */
export function assumption(text: string, reasoning: string): Figure {
  return { text, evidence: 'assumption', source: `assumption, no figure found: ${reasoning}` };
}
