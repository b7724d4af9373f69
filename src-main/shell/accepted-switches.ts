/** What ended a start on the command line: a switch by its name, or anything else, which is not repeated. */
export type RefusedArgument =
  | { readonly by: "switch"; readonly name: string }
  | { readonly by: "argument"; readonly name: null };

const none = /^$/;
const platform = /^(?:auto|wayland|x11)$/;

/**
 * What a release takes on its command line, and with which values (docs/threat-model.md#start-switches): what desktops, their
 * settings for one program, and assistive technology pass. Chromium knows hundreds more, so everything else is refused.
 */
const accepted: Readonly<Record<string, RegExp>> = {
  // Which display server, and how text is entered there: people set these for one program, and so do packagers.
  "ozone-platform": platform,
  "ozone-platform-hint": platform,
  "enable-wayland-ime": /^(?:true)?$/,
  "wayland-text-input-version": /^[13]$/,
  "gtk-version": /^[34]$/,
  // Size and language.
  "force-device-scale-factor": /^\d(?:\.\d{1,4})?$/,
  "high-dpi-support": /^1$/,
  lang: /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/,
  // Assistive technology, and who sees or bears less.
  "force-renderer-accessibility": /^(?:basic|complete|form-controls|on-screen)?$/,
  "force-high-contrast": none,
  "force-prefers-reduced-motion": none,
  // A graphics driver that crashes; what they draw with must not depend on a window that cannot be drawn.
  "disable-gpu": none,
  // Launchers for every Chromium of a kiosk add it; it changes nothing here.
  "no-first-run": none,
};

/** Windows starts the program like this when somebody presses one of its notices after it has ended (electron#49919). */
const acceptedOnWindows = ["-Embedding", "-ToastActivated"];

/** What was added to a start. @param isPackaged otherwise one argument tells Electron which program to run */
export function addedArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const args = argv.slice(1);
  const program = isPackaged ? -1 : args.findIndex((argument) => !argument.startsWith("-"));
  return args.filter((_, index) => index !== program);
}

/**
 * Finds the first argument that a release does not take. Chromium also reads `-switch`, and on Windows `/switch`; neither is
 * accepted, nor is a value in an argument of its own, another case, `--`, a file or an address.
 */
export function refusedArgument(added: readonly string[], platform: NodeJS.Platform): RefusedArgument | null {
  const refused = added.find((argument) => !isAccepted(argument, platform));
  if (refused === undefined) return null;
  const name = /^-{1,2}[A-Za-z][\w-]{0,63}(?=$|=)/.exec(refused)?.[0];
  return name === undefined ? { by: "argument", name: null } : { by: "switch", name };
}

function isAccepted(argument: string, platform: NodeJS.Platform): boolean {
  if (platform === "win32" && acceptedOnWindows.includes(argument)) return true;
  if (__SWITCHES_OF_TESTS__.includes(argument)) return true;
  const { name = "", value = "" } = /^--(?<name>[a-z-]+)(?:=(?<value>.*))?$/s.exec(argument)?.groups ?? {};
  return Object.hasOwn(accepted, name) && accepted[name]?.test(value) === true;
}
