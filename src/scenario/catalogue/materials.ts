/** The classes into which materials fall; a user may ask for a class or for a named material. */
export const materialClasses = ['plastic', 'elastomer', 'metal'] as const;

export type MaterialClass = (typeof materialClasses)[number];

/** The materials that the catalogue knows by name, and their classes. */
export const materials = {
  abs: 'plastic',
  nylon: 'plastic',
  polycarbonate: 'plastic',
  acrylic: 'plastic',
  polypropylene: 'plastic',
  polyethylene: 'plastic',
  acetal: 'plastic',
  peek: 'plastic',
  pla: 'plastic',
  petg: 'plastic',
  resin: 'plastic',
  polyurethane: 'plastic',
  silicone: 'elastomer',
  tpu: 'elastomer',
  tpe: 'elastomer',
  rubber: 'elastomer',
  aluminium: 'metal',
  steel: 'metal',
  'stainless-steel': 'metal',
  zinc: 'metal',
  magnesium: 'metal',
  brass: 'metal',
  copper: 'metal',
  titanium: 'metal',
} as const satisfies Record<string, MaterialClass>;

export type MaterialName = keyof typeof materials;

export const materialNames = Object.keys(materials) as readonly MaterialName[];

/** Other words for the same materials and classes. */
export const materialAliases: Readonly<Record<string, MaterialName | MaterialClass>> = {
  plastics: 'plastic',
  polymer: 'plastic',
  thermoplastic: 'plastic',
  metals: 'metal',
  elastomers: 'elastomer',
  pa: 'nylon',
  pa6: 'nylon',
  pa11: 'nylon',
  pa12: 'nylon',
  polyamide: 'nylon',
  pc: 'polycarbonate',
  pmma: 'acrylic',
  plexiglass: 'acrylic',
  pp: 'polypropylene',
  pe: 'polyethylene',
  hdpe: 'polyethylene',
  ldpe: 'polyethylene',
  pom: 'acetal',
  delrin: 'acetal',
  pu: 'polyurethane',
  photopolymer: 'resin',
  lsr: 'silicone',
  epdm: 'rubber',
  aluminum: 'aluminium',
  alu: 'aluminium',
  stainless: 'stainless-steel',
  inox: 'stainless-steel',
  zamak: 'zinc',
};

/** Returns the materials that a name covers: itself, or every material of the class that it names. */
export function materialsOf(name: MaterialName | MaterialClass): readonly MaterialName[] {
  return materialNames.filter((material) => material === name || materials[material] === name);
}
