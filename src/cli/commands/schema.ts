import { Command } from 'commander';

/** Returns the command `shortrun schema`: the JSON Schema of a scenario, for editors. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('print the JSON Schema of a scenario, with which editors complete and check')
    .action(async () => {
      const { scenarioSchema } = await import('../../scenario/json-schema.ts');
      process.stdout.write(`${JSON.stringify(scenarioSchema(), null, 2)}\n`);
    });
}
