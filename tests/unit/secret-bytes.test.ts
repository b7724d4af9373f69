import { afterEach, describe, expect, it, vi } from "vitest";
import { type BridgeCall, bridge } from "../../src-renderer/bridge.ts";
import { createSecretBytes, lend, sameBytes, sameEntries } from "../../src-renderer/secrets/secret-bytes.ts";
import { ascii } from "./by-hand.ts";
import { textOf, typed } from "./typed-secret.ts";

const pin = (text: string) => typed(text, 4);

describe("what is being typed", () => {
  it("is kept as bytes, in order", () => {
    expect(textOf(pin("0472"))).toBe("0472");
    expect(textOf(typed("a ~!"))).toBe("a ~!");
    expect(pin("04").count()).toBe(2);
    expect(textOf(pin(""))).toBe("");
  });

  it("stops where there is no room for more", () => {
    const secret = pin("1928");
    expect(secret.add(0x35)).toBe(false);
    expect(textOf(secret)).toBe("1928");
  });

  it("is taken back one by one, and no further than to nothing", () => {
    const secret = pin("19");
    secret.removeLast();
    expect(textOf(secret)).toBe("1");
    secret.removeLast();
    secret.removeLast();
    expect(secret.count()).toBe(0);
    expect(secret.add(0x37)).toBe(true);
    expect(textOf(secret)).toBe("7");
  });

  it("is nowhere any more once it was taken back or cleared", () => {
    const made: ArrayBuffer[] = [];
    const Original = ArrayBuffer;
    vi.stubGlobal(
      "ArrayBuffer",
      class extends Original {
        constructor(length: number) {
          super(length);
          made.push(this);
        }
      },
    );
    const secret = createSecretBytes(4);
    vi.unstubAllGlobals();
    const held = () => [...new Uint8Array(made[0] ?? expect.fail("no memory of its own"))];
    for (const byte of ascii("192")) secret.add(byte);
    secret.removeLast();
    expect(held()).toEqual([0x31, 0x39, 0, 0]);
    secret.clear();
    expect(held()).toEqual([0, 0, 0, 0]);
  });

  it("begins anew after it was cleared", () => {
    const secret = pin("1928");
    secret.clear();
    expect(secret.count()).toBe(0);
    for (const byte of ascii("8291")) secret.add(byte);
    expect(textOf(secret)).toBe("8291");
  });
});

describe("a reader", () => {
  it("gets a copy of its own memory, which is zeros once it has looked, and the entry stays", () => {
    const secret = pin("1928");
    let seen = new Uint8Array(0);
    const first = secret.read((bytes) => {
      seen = bytes as Uint8Array<ArrayBuffer>;
      return bytes[0];
    });
    expect(first).toBe(0x31);
    expect(seen).toEqual(new Uint8Array(4));
    expect(seen.buffer.byteLength).toBe(4);
    expect(textOf(secret)).toBe("1928");
  });

  it("leaves zeros behind when it throws, too", () => {
    let seen = new Uint8Array(0);
    const fail = (bytes: Uint8Array) => {
      seen = bytes as Uint8Array<ArrayBuffer>;
      throw new Error("x");
    };
    expect(() => pin("1928").read(fail)).toThrow("x");
    expect(seen).toEqual(new Uint8Array(4));
  });

  it("of a whole entry is not asked before it is complete", () => {
    const read = vi.fn(() => true);
    expect(pin("192").readWhole(read)).toBeNull();
    expect(read).not.toHaveBeenCalled();
    expect(pin("1928").readWhole(read)).toBe(true);
  });
});

describe("handing a secret to main", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** A bridge that copies its arguments before it returns, as the context bridge does. */
  function meetBridge(end: () => Promise<unknown> = async () => ({ ok: true, value: null })) {
    const arrived: string[] = [];
    const enterPasscode = (bytes: Uint8Array) => {
      arrived.push(Buffer.from(bytes).toString());
      return end();
    };
    vi.stubGlobal("window", { bridge: { enterPasscode } });
    return arrived;
  }
  let lent = new Uint8Array(0);
  const enter = (bytes: Uint8Array) => {
    lent = bytes as Uint8Array<ArrayBuffer>;
    return bridge().enterPasscode(bytes, null);
  };

  it("sends the right bytes; the copy is zeros before the answer is there, and the entry stays", async () => {
    const arrived = meetBridge(() => new Promise(() => {}));
    const secret = pin("1928");
    void secret.use(enter);
    expect(arrived).toEqual(["1928"]);
    expect(lent).toEqual(new Uint8Array(4));
    expect(textOf(secret)).toBe("1928");
  });

  it.each([
    ["succeeds", async () => ({ ok: true, value: null })],
    ["fails", () => Promise.reject(new Error("x"))],
    [
      "cannot be made",
      () => {
        throw new Error("x");
      },
    ],
  ])("using it up leaves neither copy nor entry when the call %s", async (_how, end: () => Promise<unknown>) => {
    const arrived = meetBridge(end);
    const secret = pin("1928");
    await (async () => secret.useUp(enter))().catch(() => undefined);
    expect(arrived).toEqual(["1928"]);
    expect(lent).toEqual(new Uint8Array(4));
    expect(secret.count()).toBe(0);
    expect(textOf(secret)).toBe("");
  });

  it("answers what main answers", async () => {
    meetBridge(async () => ({ ok: false, code: "ERR_PASSCODE_WRONG" }));
    expect(await pin("1928").use(enter)).toEqual({ ok: false, code: "ERR_PASSCODE_WRONG" });
  });

  it("two secrets go in one call", async () => {
    const arrived: string[] = [];
    vi.stubGlobal("window", {
      bridge: {
        changePasscode: async (...both: Uint8Array[]) => {
          arrived.push(...both.map((bytes) => Buffer.from(bytes).toString()));
          return { ok: true, value: null };
        },
      },
    });
    await typed("old").use((old) => typed("new").use((bytes) => bridge().changePasscode(old, bytes)));
    expect(arrived).toEqual(["old", "new"]);
  });

  it("refuses what awaits before it calls, which would send zeros, and calls nothing", async () => {
    const arrived = meetBridge();
    const late = async (bytes: Uint8Array) => {
      await Promise.resolve();
      return bridge().enterPasscode(bytes, null);
    };
    // @ts-expect-error: what an async function returns is not what the bridge returned
    expect(() => pin("1928").use(late)).toThrow(TypeError);
    await Promise.resolve();
    await Promise.resolve();
    expect(arrived).toEqual([]);
  });

  it.each<[string, (bytes: Uint8Array) => unknown]>([
    ["a promise of a later call", (bytes) => Promise.resolve().then(() => bridge().enterPasscode(bytes, null))],
    [
      "a promise made of the call's",
      (bytes) =>
        bridge()
          .enterPasscode(bytes, null)
          .then((result) => result),
    ],
    ["the bytes", (bytes) => bytes],
    ["nothing", () => undefined],
  ])("refuses what returns %s, and wipes all the same", (_what, handOver) => {
    meetBridge();
    const secret = pin("1928");
    let given = new Uint8Array(0);
    const watched = (bytes: Uint8Array) => {
      given = bytes as Uint8Array<ArrayBuffer>;
      return handOver(bytes) as BridgeCall<null>;
    };
    expect(() => secret.useUp(watched)).toThrow(TypeError);
    expect(given).toEqual(new Uint8Array(4));
    expect(secret.count()).toBe(0);
  });

  it("lends bytes of another's in the same way", () => {
    const arrived = meetBridge();
    const code = ascii("903718");
    void lend(code, enter);
    expect(arrived).toEqual(["903718"]);
    expect(code).toEqual(new Uint8Array(6));
  });
});

describe("comparing", () => {
  it.each([
    ["1928", "1928", true],
    ["1928", "1929", false],
    ["0928", "1928", false],
    ["1928", "192", false],
    ["", "1928", false],
    ["", "", true],
    ["192\0", "192", false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(sameBytes(ascii(a), ascii(b))).toBe(same);
    expect(sameBytes(ascii(b), ascii(a))).toBe(same);
    expect(sameEntries(pin(a), pin(b))).toBe(same);
  });

  it("leaves the entries", () => {
    const [a, b] = [pin("1928"), pin("1928")];
    expect(sameEntries(a, b)).toBe(true);
    expect([textOf(a), textOf(b)]).toEqual(["1928", "1928"]);
  });
});

it("nobody gets at the bytes but as a reader, or on their way to main", () => {
  expect(Object.keys(createSecretBytes(4)).sort()).toEqual([
    "add",
    "capacity",
    "clear",
    "count",
    "read",
    "readWhole",
    "removeLast",
    "use",
    "useUp",
  ]);
});
