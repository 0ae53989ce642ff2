import { processNames } from './catalogue/index.ts';
import { scenarioNode } from './fields/scenario.ts';
import type { JsonSchema } from './schema/node.ts';

/**
 * Returns the JSON Schema (draft 2020-12) of a scenario. It knows structure, names and the bounds of plain numbers; texts
 * of the value grammar, and rules that span fields, are checked by `shortrun validate`.
 */
export function scenarioSchema(): JsonSchema {
  const { properties, ...rest } = scenarioNode.jsonSchema as { properties: Record<string, JsonSchema> };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'shortrun scenario',
    ...rest,
    properties: { ...properties, processes: withCatalogue(properties['processes'] ?? {}) },
  };
}

/** A process that starts from the catalogue has its scale from there; any other has to say it. */
function withCatalogue(processes: JsonSchema): JsonSchema {
  const {
    required: _,
    properties,
    ...each
  } = processes['additionalProperties'] as JsonSchema & {
    properties: Record<string, JsonSchema>;
  };
  const from = { enum: processNames, description: properties['from']?.['description'] };
  return {
    ...processes,
    additionalProperties: {
      ...each,
      properties: { ...properties, from },
      anyOf: [{ required: ['from'] }, { required: ['scale'] }],
    },
  };
}
