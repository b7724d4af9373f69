import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { endWithParent } from "../../build/end-with-parent.mjs";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import { expect, test } from "./fixtures.ts";

test("closing the window ends the app, on every system", async ({ running }) => {
  await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  const ended = once(running.app.process(), "exit");
  // Not awaited: the answer may be lost with the process that is to give it.
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  expect(await ended).toEqual([0, null]);
});

/** Closes the window while the app takes the first picture of it, which Electron does not survive by itself. A slow one. */
const closer = `import { app } from "electron";
app.once("browser-window-created", (_event, window) => {
  const contents = window.webContents;
  const take = contents.capturePage.bind(contents);
  contents.capturePage = async (...rectangle) => {
    contents.capturePage = take;
    const picture = take(...rectangle); // as ever: a window that is going is not drawn any more
    setImmediate(() => window.close());
    await picture;
    await new Promise((resolve) => setTimeout(resolve, 500));
    process.stdout.write("taken");
    return picture;
  };
});
await import(${JSON.stringify(pathToFileURL(path.resolve("out/main/index.js")))});
`;

test("a window that is closed as soon as it appears ends the app in order, and next time the graphics card draws", async ({
  folder,
  profile,
  servers,
  keyring,
}) => {
  const program = path.join(folder, "program");
  await mkdir(program);
  const contents = { name: "cardbound", version: "0.1.0", type: "module", main: "closer.js" };
  await writeFile(path.join(program, "package.json"), JSON.stringify(contents));
  await writeFile(path.join(program, "closer.js"), closer);
  const { executable = "" } = (await installedElectron()) ?? {};
  // Without Playwright, whose inspector could be what does not survive.
  const child = spawn(executable, [program, `--user-data-dir=${profile}`, `--backend=${servers.backendUrl}`], {
    env: { ...process.env, ...keyring.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  endWithParent(child);
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  expect(await once(child, "exit"), output).toEqual([0, null]);
  expect(output, "the window waits for its picture").toContain("taken");
  expect(JSON.parse(await readFile(path.join(profile, "rendering.json"), "utf8")).hardware).toBe("unknown");
});
