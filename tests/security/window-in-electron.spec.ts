// Attacker: a script in the window. Way: what a page can try in the real app: Node, the network, markup, other pages,
// permissions, arguments. Impact: it reaches main, files or a server, or leaves secrets on the disk.
// docs/threat-model.md#narrow-bridge, #renderer-isolated, #os-sandbox, #no-secret-on-disk
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { bridgeEvents, eventChannel } from "../../src-contract/bridge/events.ts";
import { bindComputer, changePin, expectCards, openCards } from "../e2e/cardholder.ts";
import { expect, test } from "../e2e/fixtures.ts";
import { windowTest } from "../e2e/shared-app.ts";

test("the page sees neither Node nor Electron, only the use cases of the bridge and what main tells", async ({
  running: { app, page },
}) => {
  expect(await page.evaluate(() => typeof window.require + typeof window.process + typeof window.module)).toBe(
    "undefinedundefinedundefined",
  );
  expect(await page.evaluate(() => Object.keys(window.bridge).sort())).toEqual([...bridgeMethods, "onEvent"].sort());
  expect(await page.evaluate(() => Object.isFrozen(window.bridge))).toBe(true);

  // A listener of the page's own: it gets copies of the union's values and nothing else, whatever it does with them.
  const heard = await page.evaluateHandle(() => {
    const all: unknown[][] = [];
    window.bridge.onEvent((...args: unknown[]) => {
      all.push(structuredClone(args));
      (args[0] as { value: unknown }).value = "1928";
      if (all.length === 1) throw new Error("of the page's own");
    });
    return all;
  });
  await app.evaluate(
    ({ BrowserWindow }, [channel, events]) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const event of events) {
        contents?.send(channel, { type: event.type, value: "1928" });
        contents?.send(channel, { ...event, customer: "Ada Single" }, "more");
        contents?.send(event.type, event);
      }
    },
    [eventChannel, bridgeEvents] as const,
  );
  await expect.poll(() => heard.jsonValue()).toEqual(bridgeEvents.map((event) => [event]));
});

windowTest("the renderer runs in Chromium's own sandbox", async ({ running }) => {
  test.skip(process.platform !== "linux", "SKIPPED: only Linux shows a process's seccomp mode in /proc.");
  // Once the page is there: the process that the window began with gives way to the page's own.
  await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  const pid = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  expect(await readFile(`/proc/${pid}/status`, "utf8")).toMatch(/^Seccomp:\s+2$/m);
});

windowTest(
  "nothing can be fetched, connected to, evaluated or written into the page as markup",
  async ({ page, servers }) => {
    const attempts = await page.evaluate(async (url) => {
      const refused = async (attempt: () => unknown) => {
        try {
          await attempt();
          return false;
        } catch {
          return true;
        }
      };
      // Playwright's own evaluation may evaluate; a task of the page's may not.
      await new Promise((resolve) => setTimeout(resolve));
      const image = new Image();
      const imageRefused = new Promise((resolve) => {
        image.onerror = () => resolve(true);
        image.onload = () => resolve(false);
      });
      image.src = `${url}/health`;
      const socket = new WebSocket(url.replace("http", "ws"));
      const socketRefused = new Promise((resolve) => {
        socket.onerror = () => resolve(true);
        socket.onopen = () => resolve(false);
      });
      return {
        fetch: await refused(() => fetch(`${url}/health`)),
        ownFile: await refused(() => fetch("app://pin/index.html")),
        evaluate: await refused(() => new Function("return 1")()),
        markup: await refused(() => document.body.insertAdjacentHTML("beforeend", "<p>")),
        image: await imageRefused,
        socket: await socketRefused,
      };
    }, servers.backendUrl);
    expect(attempts).toEqual({ fetch: true, ownFile: true, evaluate: true, markup: true, image: true, socket: true });
  },
);

windowTest("the window's session reaches no server, with the policy out of the way", async ({ running, servers }) => {
  const result = await running.app.evaluate(async ({ BrowserWindow }, url) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents?.session.fetch(`${url}/health`).then(
      () => "reached",
      (error: Error) => error.message,
    );
  }, servers.backendUrl);
  expect(result).toContain("ERR_BLOCKED_BY_CLIENT");
});

test("the page cannot go elsewhere or open another window", async ({ running, servers }) => {
  const { app, page } = running;
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => window.open("app://pin/index.html"))).toBeNull();
  expect(await page.evaluate((url) => window.open(url), servers.sandboxUrl)).toBeNull();
  // From here on without Playwright's page, which would wait for a navigation that never comes about.
  const tryToLeave = (address: string) =>
    app.evaluate(async ({ BrowserWindow }, url) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const refused = new Promise((resolve) => contents?.once("will-frame-navigate", resolve));
      await contents?.executeJavaScript(`location.href = ${JSON.stringify(url)}`);
      await refused;
      const heading = await contents?.executeJavaScript('document.querySelector("h1").textContent');
      return { windows: BrowserWindow.getAllWindows().length, address: contents?.getURL(), heading };
    }, address);
  for (const address of ["app://pin/other.html", "https://example.org/", `${servers.backendUrl}/health`]) {
    expect(await tryToLeave(address)).toEqual({ windows: 1, address: "app://pin/index.html", heading: "Sign in" });
  }
});

windowTest("every permission is denied", async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const names = ["notifications", "geolocation", "camera", "microphone", "clipboard-read", "midi"];
    const query = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    const place = new Promise<number>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve(0),
        (error) => resolve(error.code),
      ),
    );
    return {
      states: await Promise.all(names.map(query)),
      notify: await Notification.requestPermission(),
      place: await place,
    };
  });
  expect(new Set(answers.states)).toEqual(new Set(["denied"]));
  expect(answers.notify).toBe("denied");
  expect(answers.place, "PERMISSION_DENIED").toBe(1);
});

windowTest("hostile arguments over the real bridge reach no use case", async ({ boundComputer, page, sandbox }) => {
  await boundComputer();
  await openCards(page);
  const codes = await page.evaluate(async () => {
    const bridge = window.bridge as unknown as Record<
      string,
      (...args: unknown[]) => Promise<{ ok: boolean; code?: string }>
    >;
    const calls: [string, unknown[]][] = [
      ["changePin", []],
      ["changePin", ["card", "1928", "signed"]],
      ["changePin", ["../../v1/me", Uint8Array.of(49, 57, 50, 56), "signed"]],
      ["changePin", ["card", Uint8Array.of(49, 57, 50, 56, 50), "signed"]],
      ["changePin", ["card", Uint8Array.of(1, 2, 3, 4), "signed"]],
      ["changePin", ["card", Uint8Array.of(49, 57, 50, 56), "any"]],
      ["enterPasscode", [new Uint8Array(65).fill(49), "card"]],
      ["setPasscode", [new Uint8Array(0)]],
      ["removeDevice", ["../cards"]],
      ["signIn", [{ toString: "Ada Single" }]],
      ["confirmCode", [Uint8Array.of(49)]],
    ];
    const answers: (string | undefined)[] = [];
    for (const [method, args] of calls) {
      // A secret that is no byte array already fails in the preload, which wipes it.
      const call = async () => (await bridge[method]?.(...args))?.code;
      answers.push(await call().catch(() => "ERR_BAD_ARGUMENT"));
    }
    return answers;
  });
  expect(new Set(codes)).toEqual(new Set(["ERR_BAD_ARGUMENT"]));
  expect(await sandbox.arrivals("pin_update")).toBe(0);
});

test("a second start ends at once and brings the first window to the front, whatever its arguments", async ({
  launch,
  running,
}) => {
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect(launch({ args: ["--hostile", "https://example.org"] })).rejects.toThrow(); // there is no window to wait for
  await expect
    .poll(() =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
  await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("no file of the profile holds a token, a key, a card's number or the PIN", async ({ launch, folder }) => {
  const { app, page } = await launch();
  await bindComputer(page);
  const cardId = (await page.getByTestId("card").getAttribute("data-card-id")) ?? "";
  await changePin(page, "7305");
  await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
  await app.close();
  const files = (await readdir(path.join(folder, "profile"), { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = (await readFile(path.join(file.parentPath, file.name))).toString("latin1");
    expect(text, file.name).not.toMatch(/"pin"|eyJ[\w-]{20}|\b04[0-9a-f]{128}\b|Ada Single|212212|Rain on 7/);
    expect(text, file.name).not.toContain(cardId);
  }
});

/** Of a frame that takes its sandbox off through its parent. Our page is in no frame (content-security-policy.ts). */
const notOfAWindow = /^An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute/;

test("the whole job meets no limit of the bridge, and shows no error on the console", async ({ running }) => {
  const { page, output } = running;
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isComplaint = ["error", "warning"].includes(message.type()) && !notOfAWindow.test(message.text());
    if (isComplaint) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await bindComputer(page);
  for (const pin of ["7305", "7316"]) {
    await changePin(page, pin);
    await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
    await page.getByRole("button", { name: "Back to your cards" }).click(); // loads the window anew
    await expectCards(page);
  }
  expect(complaints).toEqual([]);
  expect(output()).not.toContain("ERR_TOO_MANY_CALLS");
});
