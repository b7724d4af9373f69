import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { TokenModule } from "../../src-main/token/token-modules.ts";
import type { StartTokenChild } from "../../src-main/token/tokens.ts";
import { signDigest } from "../sign-digest.ts";
import { must } from "./cardholder.ts";

const name = { serial: "1", label: "card" };
const described = {
  ...name,
  manufacturer: "nobody",
  model: "none",
  isInitialised: true,
  hasPin: true,
  isWriteProtected: false,
  hasOwnKeypad: false,
  tries: "untold",
  pinLength: null,
};
const modules: readonly TokenModule[] = [{ name: "in-memory", path: "/nowhere/module.so", sha256: "0".repeat(64) }];

/** What the app's process for a token is asked. */
interface Question {
  readonly kind: string;
  readonly asked: { readonly keyId?: string; readonly digest?: Uint8Array };
}

/** A token that answers as its process does, without the process: the keys are here, and outlive the app. */
export function createTokenInMemory() {
  const keys = new Map<string, KeyObject>();
  function answer({ kind, asked }: Question): object {
    const keyId = asked.keyId ?? "";
    const refused = { refused: { why: "no-key", returned: null, tries: null } };
    switch (kind) {
      case "tokens":
        return { answered: { tokens: [described] } };
      case "makeKey": {
        const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
        keys.set(keyId, privateKey);
        return {
          answered: {
            keyId,
            publicKey: publicKey.export({ format: "der", type: "spki" }).subarray(26).toString("hex"),
            signature: signDigest(privateKey, asked.digest ?? new Uint8Array()),
          },
        };
      }
      case "sign": {
        const key = keys.get(keyId);
        return key === undefined
          ? refused
          : { answered: { signature: signDigest(key, asked.digest ?? new Uint8Array()) } };
      }
      case "removeKey":
        keys.delete(keyId);
        return { answered: {} };
      default:
        return keys.has(keyId) ? { answered: {} } : refused;
    }
  }
  const start: StartTokenChild = async () => {
    let listening: (message: unknown) => void = () => {};
    let end: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      end = resolve;
    });
    return {
      pid: undefined,
      gone,
      send: (message) => queueMicrotask(() => listening(answer(message as Question))),
      listen(listener) {
        listening = listener;
      },
      kill: end,
    };
  };
  return { modules, start, keys };
}

/** The same calls as of a cardholder with a passcode, by one who has chosen the token and enters its PIN instead. */
export function withToken(bridge: DesktopBridge): DesktopBridge {
  return {
    ...bridge,
    async requestCode(computerName) {
      const [token] = must(await bridge.listTokens());
      await bridge.chooseToken(token?.id ?? "");
      return bridge.requestCode(computerName);
    },
    setPasscode: bridge.setTokenPin,
    enterPasscode: bridge.enterTokenPin,
  };
}
export type TokenInMemory = ReturnType<typeof createTokenInMemory>;
