// The whole way with the key on a token: bound, a PIN changed, a wrong PIN, the token away, another start, removed.
import { appendFileSync, copyFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTokenProcess } from "../../src-hardware-key/fork-token.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import type { TokenModule } from "../../src-main/token/token-modules.ts";
import { leftToLongForm } from "../long-form.ts";
import { ascii } from "../unit/by-hand.ts";
import { type Bank, openBank, openComputer, softhsmInProfile } from "./app-with-token.ts";
import { hasSofthsm, openSofthsm, pinBytes, type Softhsm, setFlags, softhsmModule } from "./softhsm.ts";

type Handlers = Awaited<ReturnType<ReturnType<typeof openComputer>["start"]>>["handlers"];

/** What the keychain entry says of the key. */
interface KeptRecord {
  readonly restricted: {
    readonly token: { readonly serial: string; readonly label: string };
    readonly key_id: string;
    readonly public_key: string;
  };
}

/** Each loads the module several times, in a process for each; the first test stands for them. */
const inLongForm = it.skipIf(leftToLongForm("more of a computer whose key is on a token"));
const passcode = () => ascii("Rain on 7 roofs");

describe.skipIf(!hasSofthsm)("a computer whose key is on a token", () => {
  let bank: Bank;
  let softhsm: Softhsm;
  beforeEach(async () => {
    softhsm = openSofthsm();
    bank = await openBank(["keychain_passcode", "hardware_passcode"]);
  });
  afterEach(async () => {
    await bank.close();
    softhsm.close();
  });

  /** A token called "card", with the end of its serial number. */
  const named = { label: expect.stringMatching(/^card \(…[0-9a-f]{4}\)$/) };
  /** From the list of tokens to the accepted code. @returns what the token was called there */
  async function linkTo(handlers: Handlers, label: string, at = 0): Promise<string | null | undefined> {
    const token = (await handlers.listTokens()).filter((one) => one.label?.startsWith(`${label} (`))[at];
    await handlers.chooseToken(token?.id ?? "");
    await handlers.requestCode("A computer");
    await handlers.confirmCode(await bank.newestCode());
    return token?.label;
  }
  async function bind(handlers: Handlers): Promise<string> {
    await linkTo(handlers, "card");
    await handlers.setTokenPin(pinBytes());
    const { cards } = await handlers.listCards();
    return cards[0]?.id ?? expect.fail("no card");
  }
  /** What is on the token, asked of it by itself. */
  async function stateOfKey({ restricted }: KeptRecord): Promise<string> {
    const tokens = startTokenProcess({ file: softhsmModule, sha256: hashOfModule(softhsmModule) }, softhsm.env);
    try {
      const { serial, label } = restricted.token;
      const { key_id: keyId, public_key: publicKey } = restricted;
      const asked = { token: { serial, label }, pin: pinBytes(), keyId, publicKey };
      await tokens.ask("checkKey", asked, AbortSignal.timeout(60_000));
      return "there";
    } catch (error) {
      return (error as Error).message;
    } finally {
      await tokens.end();
    }
  }

  it("changes PINs by both routes, also after another start, with nothing but the key's name in the keychain", async () => {
    softhsm.addToken("card");
    const computer = openComputer(bank, softhsm);
    const { handlers } = await computer.start();
    expect(await handlers.getOverview()).toMatchObject({ offersTokens: true, protection: "keychain_passcode" });
    const card = await bind(handlers);
    expect(await handlers.getOverview()).toMatchObject({
      protection: "hardware_passcode",
      device: { state: "bound", onToken: named },
    });
    const [record] = computer.entries().map((text) => JSON.parse(text));
    expect(record).toMatchObject({ stage: "bound", restricted: { token: { module: "softhsm", label: "card" } } });
    expect(Object.keys(record.restricted).sort()).toEqual(["key_id", "public_key", "token"]);

    await handlers.enterTokenPin(pinBytes(), card);
    expect(await handlers.changePin(card, ascii("1928"), "signed")).toMatchObject({ outcome: "changed" });
    expect(await bank.checkPin(card, "1928")).toEqual({ matches: true, changes: 1 });

    const again = (await computer.start()).handlers;
    await again.enterTokenPin(pinBytes(), card);
    expect(await again.changePin(card, ascii("8291"), "device_signing")).toMatchObject({ outcome: "changed" });
    expect(await bank.checkPin(card, "8291")).toEqual({ matches: true, changes: 2 });
    await Promise.all(computer.ended); // no process is left
  });

  inLongForm("says at once that a PIN is wrong, and what the token says of it, and changes nothing", async () => {
    softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    const card = await bind(handlers);
    const wrong = handlers.enterTokenPin(pinBytes("111111"), card);
    await expect(wrong).rejects.toMatchObject({ code: "ERR_TOKEN_PIN_WRONG", details: { triesLeft: "few" } });
    const change = handlers.changePin(card, ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
    const short = handlers.enterTokenPin(pinBytes("111"), card);
    await expect(short).rejects.toMatchObject({ code: "ERR_TOKEN_PIN_LENGTH" });
    expect(await bank.checkPin(card, "1928")).toMatchObject({ changes: 0 });
  });

  it("keeps the token's last try back once, and says so: another program has used up the others", async () => {
    const folder = softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    const card = await bind(handlers);
    setFlags(folder, 0x2_0000);
    await expect(handlers.enterTokenPin(pinBytes("111111"), card)).rejects.toMatchObject({
      code: "ERR_TOKEN_LAST_TRY",
    });
    await handlers.enterTokenPin(pinBytes(), card);
    expect(await handlers.changePin(card, ascii("1928"), "signed")).toMatchObject({ outcome: "changed" });
  });

  inLongForm("needs its token, before the change and during it", async () => {
    softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    const card = await bind(handlers);
    await handlers.enterTokenPin(pinBytes(), card);
    softhsm.removeTokens();
    const change = handlers.changePin(card, ascii("1928"), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_TOKEN_MISSING" });
    await expect(handlers.enterTokenPin(pinBytes(), card)).rejects.toMatchObject({ code: "ERR_TOKEN_MISSING" });
    expect(await bank.checkPin(card, "1928")).toMatchObject({ changes: 0 });
    expect((await handlers.getOverview()).hasOpenChange).toBe(false);
  });

  inLongForm("is left to a token that has gone while the change was authorised: nothing is confirmed", async () => {
    softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    const card = await bind(handlers);
    await handlers.enterTokenPin(pinBytes(), card);
    softhsm.removeTokens();
    const end = await handlers.changePin(card, ascii("1928"), "device_signing");
    expect(end).toMatchObject({ outcome: "refused", code: "ERR_TOKEN_MISSING" });
    expect(await bank.checkPin(card, "1928")).toMatchObject({ changes: 0 });
  });

  inLongForm("tries no wrong PIN at the making of its key twice: the binding waits for the right one", async () => {
    softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    await linkTo(handlers, "card");
    const wrong = handlers.setTokenPin(pinBytes("111111"));
    await expect(wrong).rejects.toMatchObject({ code: "ERR_TOKEN_PIN_WRONG" });
    await expect(handlers.setPasscode(passcode())).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(await handlers.setTokenPin(pinBytes())).toMatchObject({ device: { state: "bound" } });
  });

  inLongForm("takes its key from the token when it is removed, or says that it could not", async () => {
    softhsm.addToken("card");
    const computer = openComputer(bank, softhsm);
    const { handlers } = await computer.start();
    await bind(handlers);
    const kept = (): KeptRecord => JSON.parse(computer.entries()[0] ?? "");
    const first = kept();
    const wrong = handlers.removeWithToken(pinBytes("111111"));
    await expect(wrong).rejects.toMatchObject({ code: "ERR_TOKEN_PIN_WRONG" });
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "bound" } });
    const gone = await handlers.removeWithToken(pinBytes());
    expect(gone.device?.state).toBe("absent");
    expect(gone.keyLeftOn).toBeUndefined();
    expect(await stateOfKey(first)).toBe("no-key");

    await bind(handlers);
    const second = kept();
    expect(await handlers.removeThisComputer()).toMatchObject({ keyLeftOn: named });
    expect(await stateOfKey(second)).toBe("there");
  });

  inLongForm("uses and removes no other key, whatever id another program writes into its entry", async () => {
    softhsm.addToken("card");
    const theirs = openComputer(bank, softhsm);
    await bind((await theirs.start()).handlers);
    const other: KeptRecord = JSON.parse(theirs.entries()[0] ?? "");
    const computer = openComputer(bank, softhsm);
    const { handlers } = await computer.start();
    const card = await bind(handlers);
    const own: KeptRecord = JSON.parse(computer.entries()[0] ?? "");
    computer.editEntries((text) => text.replace(own.restricted.key_id, other.restricted.key_id));
    await expect(handlers.enterTokenPin(pinBytes(), card)).rejects.toMatchObject({ code: "ERR_TOKEN_KEY_OTHER" });
    await expect(handlers.removeWithToken(pinBytes())).rejects.toMatchObject({ code: "ERR_TOKEN_KEY_OTHER" });
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "bound" } });
    expect(await handlers.removeThisComputer()).toMatchObject({ keyLeftOn: named });
    expect([await stateOfKey(other), await stateOfKey(own)]).toEqual(["there", "there"]);
  });

  inLongForm("does not take a passcode, nor its change, in place of the token's PIN", async () => {
    softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    const card = await bind(handlers);
    const entered = handlers.enterPasscode(passcode(), card);
    await expect(entered).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    const changed = handlers.changePasscode(passcode(), ascii("Snow on 9 hills"));
    await expect(changed).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "bound", onToken: named } });
  });

  inLongForm("is not reached by a module that has changed, or that the profile no longer has", async () => {
    softhsm.addToken("card");
    const copy = path.join(softhsm.folder, "module.so");
    copyFileSync(softhsmModule, copy);
    const module: TokenModule = { name: "softhsm", path: copy, sha256: hashOfModule(copy) };
    const { handlers } = await openComputer(bank, softhsm, [module]).start();
    const card = await bind(handlers);
    appendFileSync(copy, "\0");
    await expect(handlers.enterTokenPin(pinBytes(), card)).rejects.toMatchObject({ code: "ERR_TOKEN_MODULE" });
    expect(await handlers.listTokens()).toEqual([]);
  });

  inLongForm("is not offered one without a module, or where the bank takes none", async () => {
    softhsm.addToken("card");
    const without = (await openComputer(bank, softhsm, []).start()).handlers;
    expect((await without.getOverview()).offersTokens).toBeUndefined();
    expect(await without.listTokens()).toEqual([]);
    const strict = await openBank(["keychain_passcode"]);
    try {
      const { handlers } = await openComputer(strict, softhsm).start();
      expect((await handlers.getOverview()).offersTokens).toBeUndefined();
      const [token] = await handlers.listTokens();
      await handlers.chooseToken(token?.id ?? "");
      const asked = handlers.requestCode("A computer");
      await expect(asked).rejects.toMatchObject({ code: "ERR_PROTECTION_REFUSED" });
    } finally {
      await strict.close();
    }
  });

  it("calls a token as the choice did, beside another one of the same label", async () => {
    for (const label of ["card", "card"]) softhsm.addToken(label);
    const { handlers } = await openComputer(bank, softhsm).start();
    const label = await linkTo(handlers, "card", 1);
    const [first] = await handlers.listTokens();
    expect(label).not.toBe(first?.label);
    expect(await handlers.getOverview()).toMatchObject({ device: { state: "binding", onToken: { label } } });
    expect(await handlers.setTokenPin(pinBytes())).toMatchObject({ device: { state: "bound", onToken: { label } } });
    expect(await handlers.removeThisComputer()).toMatchObject({ keyLeftOn: { label } });
  });

  it("keeps its key in the keychain unless somebody says otherwise, with a token plugged in", async () => {
    softhsm.addToken("card");
    const { handlers } = await openComputer(bank, softhsm).start();
    await handlers.requestCode("A computer");
    await handlers.confirmCode(await bank.newestCode());
    await expect(handlers.setTokenPin(pinBytes())).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    const bound = await handlers.setPasscode(passcode());
    expect(bound).toMatchObject({ protection: "keychain_passcode", device: { state: "bound" } });
    expect(bound.device).not.toHaveProperty("onToken");
    expect(softhsmInProfile.path).toBe(softhsmModule);
  });
});
