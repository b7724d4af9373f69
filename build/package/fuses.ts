import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from "@electron/fuses";

type FuseName = keyof typeof FuseV1Options;

/**
 * Every fuse of Electron, decided (docs/threat-model.md#fuses). The type wants all of them: a fuse that a later Electron brings
 * has to be decided here before anything compiles.
 */
const fuses: Readonly<Required<Record<FuseName, boolean>>> = {
  /** Else ELECTRON_RUN_AS_NODE makes of our program a Node that runs any script, with our name at the keychain. */
  RunAsNode: false,
  /** It cannot be undone later without losing the cookies; the app keeps none. */
  EnableCookieEncryption: true,
  /** Else NODE_OPTIONS=--require runs somebody's file in main. */
  EnableNodeOptionsEnvironmentVariable: false,
  /** Else --inspect, and SIGUSR1, open a debugger. */
  EnableNodeCliInspectArguments: false,
  /** Checked on macOS and Windows. On Linux nothing enforces it: there the files belong to root. */
  EnableEmbeddedAsarIntegrityValidation: true,
  /** Else a folder `app` beside the archive runs in its place. */
  OnlyLoadAppFromAsar: true,
  /** Nothing of ours makes such a snapshot, so only somebody else's could be loaded. */
  LoadBrowserProcessSpecificV8Snapshot: false,
  /** The window is served by app://, and reads no file. */
  GrantFileProtocolExtraPrivileges: false,
  /** Electron's default: what WebAssembly may not touch is caught by the processor. */
  WasmTrapHandlers: true,
};

const namesInOrder = Object.keys(fuses).sort(
  (a, b) => FuseV1Options[a as FuseName] - FuseV1Options[b as FuseName],
) as FuseName[];

/**
 * Sets every fuse that this Electron has.
 * @param executable the program, or the .app
 * @param isDriven leaves Playwright the one that it needs (docs/testing.md#a-release-under-test)
 * @throws Error if it has a fuse that is not decided here
 */
export async function setFuses(executable: string, isDriven: boolean): Promise<void> {
  const decided = { ...fuses, ...(isDriven && { EnableNodeCliInspectArguments: true }) };
  const there = Object.keys(await readFuses(executable)) as FuseName[];
  const wanted = there.map((name) => [FuseV1Options[name], decided[name]]);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === "darwin",
    ...(Object.fromEntries(wanted) as Partial<Record<FuseV1Options, boolean>>),
  });
}

/**
 * The fuses of a program, as they are in its file. An older Electron has fewer than there are names.
 * @throws Error if it has more
 */
export async function readFuses(executable: string): Promise<Partial<Record<FuseName, boolean>>> {
  const { version: _, ...wire } = await getCurrentFuseWire(executable);
  const states = Object.entries(wire) as [string, FuseState][];
  return Object.fromEntries(
    states.map(([index, state]) => {
      const name = namesInOrder[Number(index)];
      if (name === undefined)
        throw new Error(`This Electron has a fuse ${index} that build/package/fuses.ts does not decide.`);
      return [name, state === FuseState.ENABLE];
    }),
  );
}
