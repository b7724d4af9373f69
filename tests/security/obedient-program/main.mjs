// A program that takes every switch: by it hostile-starts.test.ts sees that a start would work where nothing refuses it. It
// loads a page, asks a server that does not exist, says how it was started, and stays until it is ended.
import { readFileSync } from "node:fs";
import { app, BrowserWindow, session } from "electron";

async function show() {
  const window = new BrowserWindow({ show: false });
  await window.loadURL("data:text/html,<title>obedient</title>");
  const status = readFileSync(`/proc/${window.webContents.getOSProcessId()}/status`, "utf8");
  const answer = await session.defaultSession.fetch("https://bank.example/").then(
    (response) => String(response.status),
    () => "none",
  );
  const facts = { seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1], gc: typeof globalThis.gc, answer };
  process.stdout.write(`ready ${JSON.stringify(facts)}\n`);
}

app.whenReady().then(show); // not awaited here: Electron is ready only once this module has been evaluated
