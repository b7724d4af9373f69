import { EventEmitter } from "node:events";
import type { App, Session, session, WebContents } from "electron";

/** A session that keeps the handlers it is given, so that a test can ask them. */
export class FakeSession extends EventEmitter {
  readonly partition: string;
  readonly options: unknown;
  readonly handlers = new Map<string, (...args: unknown[]) => unknown>();
  readonly proxies: unknown[] = [];
  spellChecker = true;
  /** Electron's own: the system's, which it would fetch dictionaries for. */
  spelledLanguages: readonly string[] = ["en-US"];

  constructor(partition = "", options: unknown = {}) {
    super();
    this.partition = partition;
    this.options = options;
  }

  readonly webRequest = {
    onBeforeRequest: (handler: (...args: unknown[]) => unknown) => this.#keep("onBeforeRequest", handler),
  };

  setPermissionRequestHandler = (handler: (...args: unknown[]) => unknown) => this.#keep("request", handler);
  setPermissionCheckHandler = (handler: (...args: unknown[]) => unknown) => this.#keep("check", handler);
  setDevicePermissionHandler = (handler: (...args: unknown[]) => unknown) => this.#keep("device", handler);
  setDisplayMediaRequestHandler = (handler: (...args: unknown[]) => unknown) => this.#keep("display", handler);
  setBluetoothPairingHandler = (handler: (...args: unknown[]) => unknown) => this.#keep("bluetooth", handler);
  setProxy = async (proxy: unknown) => void this.proxies.push(proxy);
  /** As at the first moment of a real one: not read yet. */
  readProxies = (): void => {};
  readonly #areRead = new Promise<void>((resolve) => {
    this.readProxies = () => {
      this.way = "PROXY 127.0.0.1:9";
      resolve();
    };
  });
  way = "DIRECT";
  forceReloadProxyConfig = () => this.#areRead;
  resolveProxy = async () => this.way;
  setCertificateVerifyProc = (handler: (...args: unknown[]) => unknown) => this.#keep("certificate", handler);
  setSpellCheckerEnabled = (enabled: boolean) => {
    this.spellChecker = enabled;
  };
  setSpellCheckerLanguages = (languages: readonly string[]) => {
    this.spelledLanguages = languages;
  };

  /** Calls a handler. @returns what it gave back, and what it called back with */
  ask(name: string, ...args: unknown[]): { returned: unknown; answers: unknown[] } {
    const answers: unknown[] = [];
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`no handler ${name}: Electron's default decides`);
    const returned = handler(...args, (answer: unknown) => answers.push(answer));
    return { returned, answers };
  }

  #keep(name: string, handler: (...args: unknown[]) => unknown): void {
    this.handlers.set(name, handler);
  }
}

export const asSession = (fake: FakeSession) => fake as unknown as Session;

/** Electron's `session` module: makes a fake for each partition. */
export function fakeSessions() {
  const made: FakeSession[] = [];
  const fromPartition = (partition: string, options: unknown) => {
    const one = new FakeSession(partition, options);
    made.push(one);
    return asSession(one);
  };
  return { made, sessions: { fromPartition } as Pick<typeof session, "fromPartition"> };
}

/** Web contents: events, the scoped ipc, and what was set on them. */
export class FakeContents extends EventEmitter {
  readonly mainFrame = { parent: null, origin: "app://pin" };
  readonly channels: string[] = [];
  readonly listeners_ = new Map<string, (...args: unknown[]) => Promise<unknown>>();
  webRtcPolicy = "default";
  openHandler: ((details: unknown) => { action: string }) | undefined;

  readonly ipc = {
    handle: (channel: string, listener: (...args: unknown[]) => Promise<unknown>) => {
      this.channels.push(channel);
      this.listeners_.set(channel, listener);
    },
  };

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  setWindowOpenHandler(handler: (details: unknown) => { action: string }): void {
    this.openHandler = handler;
  }
}

export const asContents = (fake: FakeContents) => fake as unknown as WebContents;

/** The app: events, in which order things were asked of it, and whether it is the first instance. */
export class FakeApp extends EventEmitter {
  readonly story: string[] = [];
  first = true;

  readonly commandLine = {
    appendSwitch: (name: string, value = "") => this.story.push(`switch ${name} ${value}`),
  };

  enableSandbox(): void {
    this.story.push("enableSandbox");
  }

  requestSingleInstanceLock(...args: unknown[]): boolean {
    this.story.push(`lock ${JSON.stringify(args)}`);
    return this.first;
  }
}

export const asApp = (fake: FakeApp) => fake as unknown as App;
