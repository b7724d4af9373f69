/**
 * `npm run hardware-key -- MODULE [--sha256 HEX] [--try …]`: the tokens that a PKCS#11 module reaches, and whether one of
 * them can keep a key (docs/hardware-key.md).
 * @param {{ rest: string[] }} call
 */
export async function run({ rest }) {
  const { tryModule } = await import("../hardware-key/try-module.ts");
  const { askPassphrase } = await import("../release/ask-passphrase.ts");
  // npm goes to the clone; a path is meant from where somebody types it.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  await tryModule(rest, { askSecret: askPassphrase, print: (line) => process.stdout.write(`${line}\n`) });
  return 0;
}
