import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { createCore } from "../../src-main/core.ts";
import type { SessionLock } from "../../src-main/sign-in/session-lock.ts";
import { createFakeKeytar } from "../security/fake-keytar.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import { bridgeTo } from "./core-app.ts";
import { createTokenInMemory } from "./token-in-memory.ts";

/** The app without Electron, where all that it reaches fails now and then. */
export interface UnsteadyApp {
  readonly bridge: DesktopBridge;
  readonly lock: SessionLock["lock"];
  /** Ends the app and starts it again with the same files and keychain, and nobody signed in. */
  readonly restart: () => void;
  /** From now on nothing fails. */
  readonly mend: () => void;
}

/** @param chance of each thing that may fail, from 0 to 1 */
export function startUnsteadyApp(folder: string, backendOrigin: string, chance: () => number): UnsteadyApp {
  let isUnsteady = true;
  const fails = (share: number) => isUnsteady && chance() < share;
  /** Some turns of the loop, so that what runs at once does not always run in the same order. */
  const waitAWhile = async () => {
    for (let turns = Math.floor(chance() * 3); turns > 0; turns--) await new Promise(setImmediate);
  };

  const unsteadyFetch = async (url: string, init: RequestInit): Promise<Response> => {
    await waitAWhile();
    if (fails(0.03)) throw new Error("net::ERR_CONNECTION_REFUSED");
    if (fails(0.05)) return signedOut();
    if (fails(0.02)) return new Response("<html>", { status: 502, headers: { "content-type": "text/html" } });
    const answer = await fetch(url, init);
    if (!fails(0.04)) return answer;
    await answer.arrayBuffer(); // or its connection is left open
    if (fails(0.5)) throw new Error("net::ERR_CONNECTION_RESET");
    return Response.json({});
  };

  const { keytar } = createFakeKeytar();
  const unsteady = async <T>(run: () => Promise<T>): Promise<T> => {
    if (fails(0.01)) throw new Error("before it was done");
    const done = await run();
    if (fails(0.01)) throw new Error("after it was done");
    return done;
  };
  const unsteadyKeytar: typeof keytar = {
    getPassword: (...entry) => unsteady(() => keytar.getPassword(...entry)),
    setPassword: (...entry) => unsteady(() => keytar.setPassword(...entry)),
    deletePassword: (...entry) => unsteady(() => keytar.deletePassword(...entry)),
  };

  const token = createTokenInMemory();
  const startTokenChild: typeof token.start = async (module) => {
    const child = await token.start(module);
    let say: (message: unknown) => void = () => {};
    return {
      ...child,
      listen(listener) {
        say = listener;
        child.listen(listener);
      },
      send(question) {
        if (!fails(0.05)) return child.send(question);
        const why = fails(0.5) ? "last-try" : "no-token";
        queueMicrotask(() => say(fails(0.3) ? "noise" : { refused: { why, returned: null, tries: null } }));
      },
    };
  };

  const session = sessionOf(unsteadyFetch);
  const options = coreOptions({
    folder,
    config: { ...usualConfig, backendOrigin, tokenModules: token.modules },
    startTokenChild,
    sessions: { ordinary: session, once: session, signIn: session, updates: session },
    keychain: { service: "Cardbound tests", load: async () => unsteadyKeytar },
    collectDeviceData: { collect: async () => null, stop: () => {} },
  });
  let core = createCore(options);
  return {
    bridge: bridgeTo(() => core.handlers),
    lock: (reason) => core.lock.lock(reason),
    restart() {
      core.leave();
      core = createCore(options);
    },
    mend() {
      isUnsteady = false;
    },
  };
}

const signedOut = () =>
  Response.json(
    { type: "/problems/ERR_NOT_SIGNED_IN", title: "The sign-in is missing or has ended", status: 401 },
    { status: 401, headers: { "content-type": "application/problem+json" } },
  );
