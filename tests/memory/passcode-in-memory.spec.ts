import { createPrivateKey, pbkdf2Sync, scryptSync } from "node:crypto";
import type { ElectronApplication } from "playwright";
import { parseEnrolmentRecord, type RecordAt, type RestrictedKey } from "../../src-main/keys/enrolment-record.ts";
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
const STATED_COPIES = { passcodeInRenderer: 2, passcodeInShared: 2, passcodeInMain: 2, key: 0, derivation: 0 };

test.use({ passcodeCost: currentCost.N });
test.skip(process.platform !== "linux", "SKIPPED: only Linux lets a test read another process's memory.");

const derive: DeriveKey = async (passcode, { salt, N, r, p }) =>
  scryptSync(passcode, salt, 32, { N, r, p, maxmem: MOST_MEMORY_BYTES });

/** What the test can make itself, because it knows the passcode: as it could lie in the app's memory. */
async function secretsIn(app: ElectronApplication): Promise<{ scalar: Buffer[]; derivation: Buffer[] }> {
  const entries = await app.evaluate(async () => {
    const { createRequire } = process.getBuiltinModule("node:module");
    const keytar = createRequire(`${process.cwd()}/package.json`)("keytar") as typeof import("keytar");
    return keytar.findCredentials("Cardbound (development)");
  });
  const [entry] = entries;
  const record = parseEnrolmentRecord(entry?.password ?? "", entry?.account ?? "") as RecordAt<"bound">;
  const { wrapped } = record.restricted as RestrictedKey;
  const derived = await deriveFor(derive, Buffer.from(PASSCODE), wrapped);
  const derivation = [Buffer.from(derived), ...beginningsOfScrypt(Buffer.from(wrapped.salt, "base64url"))];
  const pkcs8 = unwrapKey(derived, wrapped, { deviceId: record.device_id, purpose: "restricted" });
  const { d = "" } = createPrivateKey({ key: Buffer.from(pkcs8 ?? []), format: "der", type: "pkcs8" }).export({
    format: "jwk",
  });
  return { scalar: formsOfScalar(d), derivation };
}

/** The restricted private key: as bytes in either order (OpenSSL's numbers are little-endian), and as the texts that it could have been made. */
function formsOfScalar(d: string): Buffer[] {
  const scalar = Buffer.from(d, "base64url");
  const texts = [d, scalar.toString("base64"), scalar.toString("hex")].flatMap((text) => [
    Buffer.from(text, "latin1"),
    Buffer.from(text, "utf16le"),
  ]);
  return [scalar, Buffer.from(scalar).reverse(), ...texts];
}

/**
 * With what scrypt begins, and by which a guess of the passcode can be tested at once: the first 64 bytes of its block (RFC
 * 7914 §6), in the standard's order and in that of scrypt-mix.wat.
 */
function beginningsOfScrypt(salt: Buffer): Buffer[] {
  const block = pbkdf2Sync(PASSCODE, salt, 1, 64, "sha256");
  const words = Array.from({ length: 16 }, (_, word) => block.subarray(((5 * word) % 16) * 4).subarray(0, 4));
  return [block, Buffer.concat(words)];
}

test("after a PIN change memory holds neither the unwrapped key nor what led to it, and of the passcode no more than the README states", async ({
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
  const { scalar, derivation } = await secretsIn(app);
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
  const inMain = async (needles: readonly Buffer[]) => sum(await countInMemory([main], needles));
  const copies = {
    passcodeInRenderer: renderers.reduce((total, pid) => total + (own.get(pid) ?? 0), 0),
    passcodeInShared: shared,
    passcodeInMain: own.get(main) ?? 0,
    key: await inMain(scalar),
    derivation: await inMain(derivation),
  };
  console.log("copies after a change:", copies);
  // A control in the same process: the scan must find these.
  await app.evaluate((_electron, hex) => {
    Object.assign(globalThis, { control: Buffer.from(hex, "hex"), text: ["Rain", "on 7", "roofs"].join(" ") });
  }, scalar[0]?.toString("hex") ?? "");
  expect(await inMain(scalar), "the scan is blind").toBeGreaterThan(copies.key);
  expect(copies.key).toBeLessThanOrEqual(STATED_COPIES.key);
  expect(copies.derivation).toBeLessThanOrEqual(STATED_COPIES.derivation);
  expect(copies.passcodeInShared).toBeLessThanOrEqual(STATED_COPIES.passcodeInShared);
  expect(copies.passcodeInMain).toBeLessThanOrEqual(STATED_COPIES.passcodeInMain);
  expect(copies.passcodeInRenderer).toBeLessThanOrEqual(STATED_COPIES.passcodeInRenderer);
});

const sum = ({ own, shared }: Copies) => [...own.values()].reduce((total, count) => total + count, shared);
