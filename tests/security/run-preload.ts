import vm from "node:vm";
import { expect } from "vitest";
import { readRelease } from "./bundle.ts";

type Listener = (event: object, ...args: unknown[]) => void;

/** Runs the release's preload as Electron does, with an electron that writes down what is asked of it, and has nothing else. */
export function runPreload(invoke: (...args: unknown[]) => unknown = () => Promise.resolve()) {
  const exposed: [string, Record<string, (...args: unknown[]) => unknown>][] = [];
  const required: string[] = [];
  const inPage: string[] = [];
  const listening: [string, Listener][] = [];
  const on = (channel: string, listener: Listener) => void listening.push([channel, listener]);
  const only = (name: string, parts: Record<string, unknown>) =>
    new Proxy(parts, { get: (_, part) => parts[String(part)] ?? expect.fail(`${name}.${String(part)}`) });
  const electron = only("electron", {
    contextBridge: only("contextBridge", {
      exposeInMainWorld: (key: string, api: never) => exposed.push([key, api]),
    }),
    ipcRenderer: only("ipcRenderer", { invoke, on }),
    webFrame: only("webFrame", { executeJavaScript: async (text: string) => void inPage.push(text) }),
  });
  const require = (name: string) => {
    required.push(name);
    return name === "electron" ? electron : expect.fail(`require ${name}`);
  };
  const context = { require, performance, exports: {}, module: { exports: {} } };
  vm.runInNewContext([...readRelease("preload").values()].join("\n"), context);
  return { exposed, required, inPage, listening };
}
