/**
 * How to call npm: by its own script if `npm run` names it, so it uses our Node and needs no shell, even on Windows; else
 * the `npm` on PATH. (yarn and pnpm name their own script there.)
 * @param {string[]} args
 * @returns {{ command: string, args: string[], options: { shell?: boolean } }}
 */
export function npmCommand(args) {
  const script = process.env.npm_execpath ?? "";
  if (/npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script, ...args], options: {} };
  return { command: "npm", args, options: { shell: process.platform === "win32" } };
}
