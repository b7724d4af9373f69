import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { releaseFolder } from "../security/bundle.ts";

const drivenFolder = path.resolve(releaseFolder, "../release-driven");
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

/** As the build writes the two lists. */
const listOfDriven = "[`--inspect=0`,`--remote-debugging-port=0`].includes(";
const emptyList = "[].includes(";

it("the release that tests drive takes Playwright's two switches, and differs in nothing else", () => {
  const files = filesIn(releaseFolder);
  expect(filesIn(drivenFolder)).toEqual(files);
  const different = files.filter(
    (file) => !readFileSync(path.join(releaseFolder, file)).equals(readFileSync(path.join(drivenFolder, file))),
  );
  expect(different).toEqual([path.join("main", "index.js")]);
  const [ours, theirs] = [releaseFolder, drivenFolder].map((folder) =>
    readFileSync(path.join(folder, "main/index.js"), "utf8"),
  );
  expect(theirs?.split(listOfDriven).length).toBe(2);
  expect(theirs?.replace(listOfDriven, emptyList) === ours).toBe(true);
});
