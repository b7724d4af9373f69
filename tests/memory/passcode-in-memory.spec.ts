import { createPrivateKey, scryptSync } from "node:crypto";
import type { ElectronApplication } from "playwright";
import { parseEnrolmentRecord, type RecordAt } from "../../src-main/keys/enrolment-record.ts";
import {
  currentCost,
  type DeriveKey,
  deriveFor,
  MOST_MEMORY_BYTES,
  unwrapKey,
} from "../../src-main/keys/key-wrapping.ts";
import { askForCode, changePin, enterCode, expectCards, expectHeading, PASSCODE, signIn } from "../e2e/cardholder.ts";
import { expect, test } from "../e2e/fixtures.ts";
import { type Copies, countInMemory, formsOf } from "./scan-memory.ts";

/**
 * What the README states may be left of the passcode and of the unwrapped key after a change and a garbage collection:
 * the messages that Electron serialised, one each at setting it and at entering it, in each of the two processes and in
 * the memory that they share.
 */
const STATED_COPIES = { passcodeInRenderer: 2, passcodeInShared: 2, passcodeInMain: 2, key: 0 };

test.use({ passcodeCost: currentCost.N });
test.skip(process.platform !== "linux", "SKIPPED: only Linux lets a test read another process's memory.");

const derive: DeriveKey = async (passcode, { salt, N, r, p }) =>
  scryptSync(passcode, salt, 32, { N, r, p, maxmem: MOST_MEMORY_BYTES });

/** The restricted private scalar, which the test can open because it knows the passcode: as it could lie in memory. */
async function scalarOf(app: ElectronApplication): Promise<Buffer[]> {
  const entries = await app.evaluate(async () => {
    const { createRequire } = process.getBuiltinModule("node:module");
    const keytar = createRequire(`${process.cwd()}/package.json`)("keytar") as typeof import("keytar");
    return keytar.findCredentials("Cardbound (development)");
  });
  const [entry] = entries;
  const record = parseEnrolmentRecord(entry?.password ?? "", entry?.account ?? "") as RecordAt<"bound">;
  const { wrapped } = record.restricted;
  const derived = await deriveFor(derive, Buffer.from(PASSCODE), wrapped);
  const pkcs8 = unwrapKey(derived, wrapped, { deviceId: record.device_id, purpose: "restricted" });
  const { d = "" } = createPrivateKey({ key: Buffer.from(pkcs8 ?? []), format: "der", type: "pkcs8" }).export({
    format: "jwk",
  });
  const scalar = Buffer.from(d, "base64url");
  // As bytes in either order (OpenSSL's numbers are little-endian), and as the texts that it could have been made.
  const texts = [d, scalar.toString("base64"), scalar.toString("hex")].flatMap((text) => [
    Buffer.from(text, "latin1"),
    Buffer.from(text, "utf16le"),
  ]);
  return [scalar, Buffer.from(scalar).reverse(), ...texts];
}

test("after a PIN change memory holds no unwrapped key, and of the passcode no more than the README states", async ({
  running,
}) => {
  const { app, page } = running;
  await signIn(page);
  await askForCode(page);
  await enterCode(page);
  await expectHeading(page, "Set a device passcode");
  // Key by key, so that the test's own messages never hold it: what is found is the app's.
  for (const name of ["Device passcode", "Device passcode again"]) {
    await page.getByLabel(name, { exact: true }).focus();
    await page.keyboard.type(PASSCODE);
  }
  await page.keyboard.press("Enter");
  await expectCards(page);
  await changePin(page, "7305");
  await expectHeading(page, "Your PIN was changed");
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await expectCards(page);
  const scalar = await scalarOf(app);
  const pids = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, pid }) => ({ type, pid })),
  );
  await app.evaluate(() => {
    const { setFlagsFromString } = process.getBuiltinModule("node:v8");
    const { runInNewContext } = process.getBuiltinModule("node:vm");
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)();
  });
  const main = app.process().pid ?? 0;
  const renderers = pids.filter(({ type }) => type === "Tab").map(({ pid }) => pid);
  const { own, shared } = await countInMemory([main, ...renderers], formsOf(PASSCODE));
  const keysInMain = async () => sum(await countInMemory([main], scalar));
  const copies = {
    passcodeInRenderer: renderers.reduce((total, pid) => total + (own.get(pid) ?? 0), 0),
    passcodeInShared: shared,
    passcodeInMain: own.get(main) ?? 0,
    key: await keysInMain(),
  };
  console.log("copies after a change:", copies);
  // A control in the same process: the scan must find these.
  await app.evaluate((_electron, hex) => {
    Object.assign(globalThis, { control: Buffer.from(hex, "hex"), text: ["Rain", "on 7", "roofs"].join(" ") });
  }, scalar[0]?.toString("hex") ?? "");
  expect(await keysInMain(), "the scan is blind").toBeGreaterThan(copies.key);
  expect(copies.key).toBeLessThanOrEqual(STATED_COPIES.key);
  expect(copies.passcodeInShared).toBeLessThanOrEqual(STATED_COPIES.passcodeInShared);
  expect(copies.passcodeInMain).toBeLessThanOrEqual(STATED_COPIES.passcodeInMain);
  expect(copies.passcodeInRenderer).toBeLessThanOrEqual(STATED_COPIES.passcodeInRenderer);
});

const sum = ({ own, shared }: Copies) => [...own.values()].reduce((total, count) => total + count, shared);
