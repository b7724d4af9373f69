/**
 * How npm is called with these arguments: by its own script where `npm run` names that, so that it runs on the Node we run
 * on and needs no shell, also on Windows; else as the `npm` on PATH. (yarn and pnpm name a script of their own there.)
 * @param {string[]} args
 * @returns {{ command: string, args: string[], options: { shell?: boolean } }}
 */
export function npmCommand(args) {
  const script = process.env.npm_execpath ?? "";
  if (/npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script, ...args], options: {} };
  return { command: "npm", args, options: { shell: process.platform === "win32" } };
}
