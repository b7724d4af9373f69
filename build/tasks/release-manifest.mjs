import { Refusal } from "../say.mjs";

/**
 * `npm run release-manifest -- COMMAND …`: makes keys, roots and releases, signs and publishes them (docs/releasing.md).
 * @param {{ rest: string[] }} call
 */
export async function run({ rest: [name = "", ...words] }) {
  const { releaseCommands } = await import("../release/release-commands.ts");
  const { askPassphrase } = await import("../release/ask-passphrase.ts");
  const command = Object.entries(releaseCommands).find(([known]) => known === name)?.[1];
  if (!command)
    throw new Refusal(`There is no command "${name}".`, `One of: ${Object.keys(releaseCommands).join(", ")}.`);
  try {
    await command(words, { askPassphrase, print: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    throw asRefusal(error);
  }
  return 0;
}

/** An app's refusal, told to whoever can mend it. @param {unknown} error */
function asRefusal(error) {
  if (!(error instanceof Error) || !("reason" in error)) return error;
  return new Refusal(
    `An app would refuse it: ${error.reason}.`,
    "src-main/updates/update-refusal.ts says what that means.",
  );
}
