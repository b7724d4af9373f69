// Attacker: a script in the window. Way: whatever the built preload and page offer beyond the use cases: a channel, Node,
// storage, markup. Impact: it reaches main, keeps what it has seen, or sends it out.
// docs/threat-model.md#narrow-bridge, #content-security-policy
import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { eventChannel } from "../../src-contract/bridge/events.ts";
import { metaContentSecurityPolicy } from "../../src-main/shell/content-security-policy.ts";
import { factsOfRelease, readRelease } from "./bundle.ts";
import { goodArguments } from "./fake-handlers.ts";
import { runPreload } from "./run-preload.ts";

describe("the preload", () => {
  const run = runPreload;
  const facts = () => factsOfRelease("preload").get("index.cjs") ?? expect.fail("no index.cjs");

  it("is one CommonJS file, small enough to be read", () => {
    const files = readRelease("preload");
    expect([...files.keys()]).toEqual(["index.cjs"]);
    expect(facts()).toMatchObject({ imports: new Map(), exports: false });
    expect(files.get("index.cjs")?.length).toBeLessThan(10_240);
  });

  it("needs electron, and of it three things", () => {
    expect(new Set(run().required)).toEqual(new Set(["electron"]));
  });

  it("exposes one thing once: the contract's methods, each of them, where events are heard, and nothing else", () => {
    const { exposed } = run();
    expect(facts().members.filter((name) => name === "exposeInMainWorld")).toHaveLength(1);
    expect(exposed).toHaveLength(1);
    const [name, bridge] = exposed[0] ?? expect.fail();
    expect(name).toBe("bridge");
    expect(Object.keys(bridge).sort()).toEqual([...bridgeMethods, "onEvent"].sort());
    for (const method of Object.values(bridge)) expect(method).toBeTypeOf("function");
  });

  it("runs one script in the page, which stands by itself and takes WebRTC and frames from it", () => {
    const { inPage } = run();
    expect(inPage).toHaveLength(1);
    const prototype = { createElement: (localName: string) => ({ localName }), createElementNS: () => ({}) };
    class Element {
      get localName() {
        return Object.getOwnPropertyDescriptor(this, "localName")?.value;
      }
    }
    const others = [
      "CustomElementRegistry",
      "DOMImplementation",
      "HTMLInputElement",
      "Node",
      "Attr",
      "CharacterData",
      "DocumentFragment",
      "ShadowRoot",
      "NamedNodeMap",
      "Event",
      "InputEvent",
      "Navigator",
    ];
    const classes = { Element, ...Object.fromEntries(others.map((name) => [name, class {}])) };
    const page = vm.createContext({
      Document: { prototype },
      ...classes,
      addEventListener: () => undefined,
      RTCPeerConnection: 1,
      webkitRTCPeerConnection: 1,
    });
    vm.runInContext(inPage[0] ?? "", page);
    expect(page).not.toHaveProperty("RTCPeerConnection");
    expect(page).not.toHaveProperty("webkitRTCPeerConnection");
    expect(() => prototype.createElement("iframe")).toThrow("This page has no frames.");
    expect(prototype.createElement("p")).toEqual({ localName: "p" });
  });

  it.each(bridgeMethods.map((method) => [method]))("%s invokes its own channel with what it was given", (method) => {
    const invoked: unknown[][] = [];
    const { exposed } = run((...args) => {
      invoked.push(structuredClone(args));
      return Promise.resolve();
    });
    const args = goodArguments[method]();
    const before = structuredClone(args);
    exposed[0]?.[1][method]?.(...args, "more", { evil: true });
    expect(invoked).toEqual([[method, ...before]]);
  });

  it.each(bridgeMethods.filter((method) => goodArguments[method]().some((arg) => arg instanceof Uint8Array)))(
    "%s wipes the preload's copies of its secrets, also when sending fails",
    (method) => {
      for (const invoke of [() => Promise.resolve(), () => Promise.reject(new Error("x")), () => expect.fail("x")]) {
        const args = goodArguments[method]();
        try {
          Promise.resolve(run(invoke).exposed[0]?.[1][method]?.(...args)).catch(() => undefined);
        } catch {
          // The copy is what matters here.
        }
        for (const arg of args) if (arg instanceof Uint8Array) expect(arg).toEqual(new Uint8Array(arg.length));
      }
    },
  );

  it("sends main 32 calls at once and no more, and what is large not at all", async () => {
    const sent: unknown[] = [];
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const [, bridge] = run((...args) => answered.then(() => void sent.push(args))).exposed[0] ?? expect.fail();
    const codeOf = async (call: unknown) => ((await call) as { code?: string } | undefined)?.code;
    expect(await codeOf(bridge.removeDevice?.("a".repeat(257)))).toBe("ERR_BAD_ARGUMENT");
    const calls = Array.from({ length: 2000 }, () => bridge.getOverview?.());
    expect(await codeOf(calls.at(-1))).toBe("ERR_TOO_MANY_CALLS");
    answer();
    await Promise.all(calls);
    expect(sent).toEqual(Array(32).fill(["getOverview"]));
    await bridge.signOut?.();
    expect(sent.at(-1)).toEqual(["signOut"]); // who has been answered makes room
  });

  it("uses invoke, listens on one channel, and has no other way to send, no schemas and no process", () => {
    expect(run().listening.map(([channel]) => channel)).toEqual([eventChannel]);
    const { members, names } = facts();
    for (const way of [
      "send",
      "sendSync",
      "sendToHost",
      "postMessage",
      "once",
      "addListener",
      "safeParse",
      "__proto__",
    ]) {
      expect(members).not.toContain(way);
    }
    expect(names).not.toContain("process");
  });
});

describe("the window's code", () => {
  const scripts = () => [...factsOfRelease("renderer").values()];

  it("is scripts without a module of their own, styles and one page", () => {
    const kinds = [...readRelease("renderer").keys()].map((file) => file.replace(/^.*(\.\w+)$/, "$1"));
    expect(kinds.filter((kind) => ![".js", ".css", ".html", ".svg", ".png"].includes(kind))).toEqual([]);
    expect(kinds.filter((kind) => kind === ".html")).toHaveLength(1);
    for (const { imports } of scripts()) for (const from of imports.keys()) expect(from).toMatch(/^\.\/[\w.-]+$/);
  });

  it.each<[string, readonly string[]]>([
    ["Node's and Electron's", ["require", "process", "module", "electron", "ipcRenderer"]],
    ["text that becomes code", ["eval", "Function"]],
    ["the network", ["XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "RTCPeerConnection", "fetch"]],
    ["scripts and other realms", ["importScripts", "Worker", "SharedWorker", "navigator", "globalThis", "self"]],
    ["storage", ["localStorage", "sessionStorage", "indexedDB", "cookieStore", "caches"]],
  ])("uses none of these: %s", (_name, globals) => {
    for (const { names, uses } of scripts()) {
      expect(globals.filter((name) => names.has(name))).toEqual([]);
      expect(
        uses.filter((use) => globals.some((name) => use === `window.${name}` || use === `document.${name}`)),
      ).toEqual([]);
    }
  });

  it("asks nothing for cookies, beacons, Electron or zod", () => {
    const denied = ["cookie", "sendBeacon", "electron", "ipcRenderer", "safeParse", "ZodError", "_zod"];
    for (const { members } of scripts()) expect(members.filter((name) => denied.includes(name))).toEqual([]);
  });
});

describe("the window's page", () => {
  const page = () => readRelease("renderer").get("index.html") ?? expect.fail("no index.html");

  it("has the policy of the header in its first element", () => {
    const [, content = ""] = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page()) ?? [];
    expect(content.replaceAll("&#39;", "'")).toBe(metaContentSecurityPolicy);
  });

  it("has no inline script, no inline style, no event handler and no base", () => {
    expect([...page().matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text?.trim())).toEqual([""]);
    expect(page()).not.toMatch(/<style|\sstyle=|\son\w+=|<base|<iframe|<object|<embed|javascript:/i);
  });

  it("loads its own files only", () => {
    const loaded = [...page().matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, url]) => url ?? "");
    expect(loaded.length).toBeGreaterThan(0);
    for (const url of loaded) expect(url).toMatch(/^\.\/assets\/[\w.-]+$/);
  });
});
