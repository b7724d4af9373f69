/** One thing that was asked of Electron, and what was in the environment by then. */
export interface Asked {
  readonly what: string;
  readonly args: readonly unknown[];
  /** What it was given: what was made, where it asked for a new one. */
  readonly made?: unknown;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** What this start of main has asked, in order. A test that starts it again forgets it first. */
export const story: Asked[] = [];

/** The answers that main needs to go on, by what it asks; everything else is answered by a thing that can be asked on. */
const answers = new Map<string, (...args: never[]) => unknown>();

/** Begins anew. @param folder the profile's @param isReady whether Electron gets ready */
export function expectStart(folder: string, isReady: boolean): void {
  story.length = 0;
  answers.clear();
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
  const pictures = { toBitmap: () => new Uint8Array(8) };
  for (const [what, answer] of Object.entries<(...args: never[]) => unknown>({
    "app.getPath": () => folder,
    "app.requestSingleInstanceLock": () => true,
    "app.whenReady": () => (isReady ? Promise.resolve() : new Promise(() => undefined)),
    "app.getVersion": () => "0.1.0",
    "app.getPreferredSystemLanguages": () => ["en"],
    "app.isAccessibilitySupportEnabled": () => false,
    "app.getGPUFeatureStatus": () => ({ gpu_compositing: "enabled" }),
    "screen.getPrimaryDisplay": () => display,
    "screen.getAllDisplays": () => [display],
    "BrowserWindow.isDestroyed": () => false,
    "BrowserWindow.webContents.isDestroyed": () => false,
    "BrowserWindow.webContents.isCrashed": () => false,
    "BrowserWindow.webContents.capturePage": async () => pictures,
    "BrowserWindow.loadURL": async () => undefined,
    "session.fromPartition.resolveProxy": async () => "DIRECT",
    "session.fromPartition.fetch": async () => new Response("{}", { headers: { "content-type": "application/json" } }),
  }))
    answers.set(what, answer);
}

/** Something of Electron's: a function, a class and an object with whatever is asked for. */
function recorded(name: string): unknown {
  const keep = (what: string, args: readonly unknown[], made?: unknown) =>
    void story.push({ what, args, environment: { ...process.env }, made });
  const parts = new Map<PropertyKey, unknown>();
  return new Proxy(function asked() {}, {
    get(_target, key) {
      // Not to be waited for, and no list.
      if (key === "then" || typeof key === "symbol") return undefined;
      if (!parts.has(key)) parts.set(key, recorded(`${name}.${key}`));
      return parts.get(key);
    },
    set(_target, key, value) {
      keep(`${name}.${String(key)} =`, [value]);
      parts.set(key, value);
      return true;
    },
    apply(_target, _this, args) {
      keep(name, args);
      const answer = answers.get(name) as ((...given: unknown[]) => unknown) | undefined;
      return answer ? answer(...args) : recorded(name);
    },
    construct(_target, args) {
      const made = recorded(name) as object;
      keep(name, args, made);
      return made;
    },
  });
}

/** Takes the place of the module `electron`. A name that is not here does not exist, and asking for it fails. */
export const electronModule = Object.fromEntries(
  [
    ...[
      "app",
      "BrowserWindow",
      "clipboard",
      "dialog",
      "Menu",
      "nativeTheme",
      "net",
      "Notification",
      "powerMonitor",
      "protocol",
    ],
    ...["screen", "session", "shell"],
  ].map((name) => [name, recorded(name)]),
);
