import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { out } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { Refusal, say } from "../say.mjs";
import { icnsWidths, toIcns, toIco } from "./icon-containers.mjs";

const linux = [16, 24, 32, 48, 64, 128, 256, 512];
const windows = [16, 24, 32, 48, 64, 128, 256];
const largest = 1024;

/**
 * `npm run icons [-- DRAWING.svg]`: makes the icons for three systems from a drawing, else from icon.svg, with the project's own
 * Chromium. Writes to out/, because the user who runs Chromium may not own the clone.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv }} call
 */
export async function run({ rest: [drawing], env }) {
  const svg = path.resolve(drawing ?? path.join(import.meta.dirname, "icon.svg"));
  if (!existsSync(svg)) throw new Refusal(`There is no drawing ${svg}, or it cannot be read.`, "Name an SVG file.");
  const whole = [...new Set([...linux, ...windows, largest])];
  const widthsOfMac = [...new Set(Object.values(icnsWidths))];
  // Apple's grid: the picture takes 824 of 1024 pixels, the rest is margin.
  const ofMac = new Map(widthsOfMac.map((width) => [width, `${Math.round((width * 824) / 1024)}/${width}`]));
  const pngs = await render([...whole.map(String), ...ofMac.values()], svg, env);
  const plain = (/** @type {number[]} */ widths) => new Map(widths.map((width) => [width, pngs(String(width))]));

  const folder = path.join(out, "icons");
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "icons"), { recursive: true });
  await writeFile(path.join(folder, "icon.png"), pngs(String(largest)));
  await writeFile(path.join(folder, "icon.ico"), toIco(plain(windows)));
  await writeFile(
    path.join(folder, "icon.icns"),
    toIcns(new Map([...ofMac].map(([width, size]) => [width, pngs(size)]))),
  );
  for (const [width, png] of plain(linux)) await writeFile(path.join(folder, "icons", `${width}x${width}.png`), png);
  const target = drawing === undefined ? "build/icons/" : "FOLDER/";
  say(`made icons in out/icons: look at them, then copy them over with \`cp -r out/icons/. ${target}\``);
  if (drawing !== undefined) say("FOLDER is the one that package.icons of the partner's profile names");
  return 0;
}

/** @param {string[]} sizes as render-svg.mjs takes them @param {string} svg @param {NodeJS.ProcessEnv} env @returns {Promise<(size: string) => Buffer>} */
async function render(sizes, svg, env) {
  const electron = await installedElectron();
  const here = (/** @type {string} */ name) => path.join(import.meta.dirname, name);
  const printed = await outputOf(electron?.executable ?? "", [here("render-svg.mjs"), svg, ...sizes], {
    env,
  });
  const pngs = JSON.parse(printed.slice(printed.indexOf("{")));
  return (size) => Buffer.from(pngs[size], "base64");
}
