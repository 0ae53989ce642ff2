import type { MaterialName } from './materials.ts';
import { materialNames, materials } from './materials.ts';

/** The surfaces that the catalogue knows, and on which materials each can be had. */
export const finishes = {
  'as-made': materialNames,
  painted: materialNames.filter((name) => materials[name] !== 'elastomer'),
  polished: materialNames.filter((name) => materials[name] !== 'elastomer'),
  textured: materialNames,
  clear: ['polycarbonate', 'acrylic', 'petg', 'resin', 'polyurethane', 'silicone'],
  anodised: ['aluminium', 'magnesium', 'titanium'],
  'powder-coated': materialNames.filter((name) => materials[name] === 'metal'),
  plated: [...materialNames.filter((name) => materials[name] === 'metal'), 'abs', 'nylon'],
} as const satisfies Record<string, readonly MaterialName[]>;

export type FinishName = keyof typeof finishes;

export const finishNames = Object.keys(finishes) as readonly FinishName[];

/** Other words for the same finishes. */
export const finishAliases: Readonly<Record<string, FinishName>> = {
  raw: 'as-made',
  'as-is': 'as-made',
  'as-machined': 'as-made',
  'as-printed': 'as-made',
  'as-molded': 'as-made',
  paint: 'painted',
  polish: 'polished',
  glossy: 'polished',
  texture: 'textured',
  blasted: 'textured',
  'bead-blasted': 'textured',
  transparent: 'clear',
  optical: 'clear',
  anodized: 'anodised',
  anodise: 'anodised',
  anodize: 'anodised',
  'powder-coat': 'powder-coated',
  powdercoated: 'powder-coated',
  chromed: 'plated',
  plating: 'plated',
};

/** Returns whether a finish can be had on a material, whatever the process. */
export function finishSuits(finish: FinishName, material: MaterialName): boolean {
  return (finishes[finish] as readonly MaterialName[]).includes(material);
}
