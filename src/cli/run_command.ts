// Runs the command that is named first, while this module is being imported: what a command loads only when it needs
// it, such as the drawing of pictures, can be loaded no longer afterwards.
interface Command {
  readonly main: (args: readonly string[]) => Promise<number>;
}

const commands = import.meta.glob<Command>('./{bench,figures,pack,report,samples,verify}.ts');
const [name = '', ...args] = process.argv.slice(2);
const load = commands[`./${name}.ts`];
if (!load) throw new Error(`There is no command "${name}".`);

export const exitCode = await (await load()).main(args);
