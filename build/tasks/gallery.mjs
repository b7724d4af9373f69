import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";
import { say } from "../say.mjs";

/** A folder of pictures for each scene of tests/screens, a contact sheet beside it, and the page that shows them all. */
export const galleryFolder = path.join(out, "gallery");

/** @typedef {{ file: string, row: string, column: string, width: number }} GalleryPicture `width` on the sheet, in pixels */

/**
 * `npm run gallery [-- NAME …]`: takes pictures of all scenes, or of those whose name contains one of the words.
 * @param {{ rest: string[], env: NodeJS.ProcessEnv }} call
 */
export async function run({ rest, env }) {
  const begun = performance.now();
  const only = rest.length > 0 ? ["--grep", rest.join("|")] : [];
  const config = ["--config", "tests/gallery/playwright.config.ts"];
  const command = [path.join(root, "node_modules/playwright/cli.js"), "test", ...config, ...only];
  const code = await runToEnd(process.execPath, command, { cwd: root, env });
  const index = path.join(galleryFolder, "index.html");
  const names = (await readdir(galleryFolder).catch(() => [])).filter((name) => name.endsWith(".png")).sort();
  if (names.length > 0) await writeFile(index, indexOf(names));
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  say(`${names.length} contact sheets in ${path.relative(root, index)}, after ${minutes} minutes`);
  return code;
}

const style = `body { margin: 1.5rem; background: #dde1e6; color: #111; font: 1rem/1.4 sans-serif }
h1 { font-size: 1.5rem } table { border-spacing: 0.75rem } th, td { text-align: start; vertical-align: top }
td img { display: block; outline: 1px solid #8a929b }
li { display: inline-block; vertical-align: top; width: 22rem; margin: 0 1rem 1.5rem 0 } li img { width: 100% } ul { padding: 0 }`;

/** @param {string} title @param {string} body */
const page = (title, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1>${body}</html>\n`;

/**
 * The contact sheet of a scene, as a page in the folder of its pictures.
 * @param {string} title @param {readonly GalleryPicture[]} pictures
 */
export function sheetOf(title, pictures) {
  const columns = [...new Set(pictures.map(({ column }) => column))];
  const rows = [...new Set(pictures.map(({ row }) => row))];
  const head = columns.map((column) => `<th>${column}</th>`).join("");
  const body = rows.map((row) => {
    const cells = pictures
      .filter((picture) => picture.row === row)
      .map(({ file, column, width }) => {
        const image = `<img src="${file}" width="${width}" alt="${row}, ${column}">`;
        return `<td><a href="${file}">${image}</a></td>`;
      });
    return `<tr><th>${row}</th>${cells.join("")}</tr>`;
  });
  return page(title, `<table><tr><th></th>${head}</tr>${body.join("")}</table>`);
}

/** @param {readonly string[]} sheets their files */
function indexOf(sheets) {
  const items = sheets.map((file) => {
    const name = path.basename(file, ".png");
    return `<li><a href="${name}/sheet.html">${name}<img src="${file}" alt="" loading="lazy"></a></li>`;
  });
  return page(`${sheets.length} states of the window`, `<ul>${items.join("")}</ul>`);
}
