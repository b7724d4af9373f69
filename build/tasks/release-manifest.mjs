import { Refusal } from "../say.mjs";

/**
 * `npm run release-manifest -- COMMAND …`: makes keys, roots and releases, signs and publishes them (docs/releasing.md).
 * @param {{ rest: string[] }} call
 */
export async function run({ rest: [name = "", ...words] }) {
  const { releaseCommands, usages } = await import("../release/release-commands.ts");
  const { askPassphrase } = await import("../release/ask-passphrase.ts");
  const { whyRefused } = await import("../release/why-refused.ts");
  const found = Object.entries(releaseCommands).find(([known]) => known === name);
  if (!found)
    throw new Refusal(`There is no command "${name}".`, `One of:\n    ${Object.values(usages).join("\n    ")}`);
  const [known, command] = found;
  // npm goes to the clone; keys belong into the folder in which somebody types, never among the sources.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  try {
    await command(words, { askPassphrase, print: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    throw whyRefused(error, usages[/** @type {keyof typeof usages} */ (known)]);
  }
  return 0;
}
