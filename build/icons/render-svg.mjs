// Electron's main for make-icons.mjs: draws an SVG in several sizes and prints one line of JSON, the PNGs in base64 by width.
// Called with the SVG's file and the widths; "824/1024" draws 824 pixels wide in the middle of 1024.
import { readFileSync } from "node:fs";
import { app, BrowserWindow } from "electron";

const [file = "", ...sizes] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const svg = `data:image/svg+xml;base64,${readFileSync(file).toString("base64")}`;

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL("about:blank");
  /** @type {Record<string, string>} */
  const pngs = {};
  for (const size of sizes) {
    const [drawn = 0, whole = drawn] = size.split("/").map(Number);
    pngs[size] = await window.webContents.executeJavaScript(`(${draw})(${JSON.stringify(svg)}, ${drawn}, ${whole})`);
  }
  process.stdout.write(`${JSON.stringify(pngs)}\n`, () => app.exit());
});

/** Runs in the page. A canvas keeps transparency, and its pixel width does not depend on the screen. */
const draw = `async (svg, drawn, whole) => {
  const image = new Image(drawn, drawn);
  image.src = svg;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = whole;
  const margin = (whole - drawn) / 2;
  canvas.getContext("2d").drawImage(image, margin, margin, drawn, drawn);
  return canvas.toDataURL("image/png").replace(/^.*,/, "");
}`;
