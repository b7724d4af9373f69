import { addedArguments, type RefusedArgument, refusedArgument } from "./accepted-switches.ts";
import { refusedVariable } from "./start-environment.ts";

/** Why a release does not start: what was added to its start, or an Electron that is too old (docs/threat-model.md#electron-floor). */
export type StartRefusal =
  | RefusedArgument
  | { readonly by: "variable"; readonly name: string }
  | { readonly by: "runtime"; readonly name: string };

/** `isToTell`: this process was started to show the message of another, which had to end before it could. */
export type RefusedStart = StartRefusal & { readonly isToTell: boolean };

interface Start {
  /** The program first. */
  readonly argv: readonly string[];
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly versions: { readonly electron?: string };
  readonly platform: NodeJS.Platform;
}

const TO_TELL = "--tell-refusal=";

/**
 * Decides whether a release may start like this. To be asked before anything else, as Chromium obeys a switch once Electron is
 * ready.
 * @param isPackaged otherwise Electron was told which program to run
 * @param floor the oldest Electron that will do
 */
export function whyNoStart(
  { argv, env, versions, platform }: Start,
  isPackaged: boolean,
  floor = __ELECTRON_FLOOR__,
): RefusedStart | null {
  const added = addedArguments(argv, isPackaged);
  const toTell = refusalToTell(added);
  if (toTell !== null) return { ...toTell, isToTell: true };
  const variable = refusedVariable(env);
  const electron = versions.electron ?? "";
  const why: StartRefusal | null =
    (variable === null ? null : { by: "variable", name: shownName(variable) }) ??
    (isOlder(electron, floor) ? { by: "runtime", name: electron } : null) ??
    refusedArgument(added, platform);
  return why && { ...why, isToTell: false };
}

/** The arguments that start this program once more, to tell a refusal. @param argv of the refused start */
export function argumentsToTell(refusal: StartRefusal, argv: readonly string[], isPackaged: boolean): string[] {
  const program = isPackaged ? undefined : argv.slice(1).find((argument) => !argument.startsWith("-"));
  return [...(program === undefined ? [] : [program]), `${TO_TELL}${refusal.by}:${refusal.name ?? ""}`];
}

/** Only if there is no other argument, so that nothing is smuggled in with it. */
function refusalToTell([text = "", ...others]: readonly string[]): StartRefusal | null {
  if (!text.startsWith(TO_TELL) || others.length > 0) return null;
  const told = /^(?<by>switch|argument|variable|runtime):(?<name>[\w.-]{0,66})$/.exec(text.slice(TO_TELL.length));
  const { by, name = "" } = told?.groups ?? {};
  if (by === "switch" || by === "variable" || by === "runtime") return { by, name };
  return by === "argument" ? { by, name: null } : null;
}

/** A name in a message holds nothing but letters, digits and underscores, and is no longer than anybody reads. */
function shownName(variable: string): string {
  return variable.replaceAll(/\W/g, "_").slice(0, 64);
}

/** Compares versions of the form 45.5.0; an unknown one counts as older than any. */
function isOlder(version: string, floor: string): boolean {
  const [ours, lowest] = [version, floor].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const different = lowest.findIndex((number, place) => ours[place] !== number);
  if (different === -1) return false;
  return !((ours[different] ?? Number.NaN) > (lowest[different] ?? 0));
}
