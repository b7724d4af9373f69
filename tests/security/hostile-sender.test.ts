// Attacker: a frame, another window, or a page that has gone. Way: it calls a method of the bridge as if it were our window.
// Impact: it acts as the cardholder, and reads the answers.
// docs/threat-model.md#one-door, #sender-checked
import { describe, expect, it } from "vitest";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { openDoor } from "../../src-main/shell/ipc.ts";
import { asContents, FakeContents } from "./fake-electron.ts";
import { createDoor, goodArguments } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
type Door = ReturnType<typeof createDoor>;
const frame = (door: Door, change: object) => ({
  sender: door.contents,
  senderFrame: Object.assign(door.contents.mainFrame, change),
});

const hostile: [string, (door: Door) => object][] = [
  ["another window", () => ({ sender: new FakeContents(), senderFrame: new FakeContents().mainFrame })],
  [
    "another window that shows our frame",
    ({ contents }) => ({ sender: new FakeContents(), senderFrame: contents.mainFrame }),
  ],
  ["no window", ({ contents }) => ({ sender: undefined, senderFrame: contents.mainFrame })],
  ["a frame that has gone", ({ contents }) => ({ sender: contents, senderFrame: null })],
  ["a frame that was never there", ({ contents }) => ({ sender: contents })],
  [
    "a frame that cannot be asked any more",
    ({ contents }) => ({
      sender: contents,
      get senderFrame() {
        throw new Error("Render frame was disposed");
      },
    }),
  ],
  [
    "a frame whose origin cannot be asked any more",
    ({ contents }) => ({
      sender: contents,
      senderFrame: Object.defineProperty(contents.mainFrame, "origin", {
        get: () => {
          throw new Error("Render frame was disposed");
        },
      }),
    }),
  ],
  [
    "a child frame of our origin",
    ({ contents }) => ({ sender: contents, senderFrame: { parent: contents.mainFrame, origin: "app://pin" } }),
  ],
  ["a main frame that has a parent", (door) => frame(door, { parent: {} })],
  [
    "a top frame that is not this window's",
    ({ contents }) => ({ sender: contents, senderFrame: { parent: null, origin: "app://pin" } }),
  ],
  ...[
    "app://pin.evil",
    "app://pin:1",
    "app://pin/",
    "app://PIN",
    "APP://pin",
    "app://evil",
    "app://",
    "appx://pin",
    "https://pin",
    "http://127.0.0.1:5173",
    "file://",
    "null",
    "",
    "app://pin app://pin",
  ].map((origin): [string, (door: Door) => object] => [
    `the origin ${JSON.stringify(origin)}`,
    (door) => frame(door, { origin }),
  ]),
  ["an origin that is no text", (door) => frame(door, { origin: { toString: () => "app://pin" } })],
];

describe.each(hostile)("a call from %s", (_name, eventFor) => {
  it.each(bridgeMethods.map((method) => [method]))("does not reach %s, and its secret is wiped", async (method) => {
    const door = createDoor();
    const args = goodArguments[method]();
    expect(await door.knock(method, args, eventFor(door))).toEqual({ ok: false, code: "ERR_UNTRUSTED_SENDER" });
    expect(door.called).toEqual([]);
    for (const arg of args) if (arg instanceof Uint8Array) expect(arg).toEqual(new Uint8Array(arg.length));
  });
});

describe("the door", () => {
  it.each(bridgeMethods.map((method) => [method]))("lets our own page reach %s", async (method) => {
    const door = createDoor();
    expect(await door.knock(method, goodArguments[method]())).toEqual({ ok: true, value: null });
    expect(door.called.map((call) => call.method)).toEqual([method]);
  });

  it("opens each channel of the contract once on its own window, and none else", () => {
    const contents = new FakeContents();
    openDoor(asContents(contents), createDoor().handlers);
    expect(contents.channels).toEqual([...bridgeMethods]);
    expect(new Set(contents.channels).size).toBe(contents.channels.length);
  });

  it("is what stands behind every channel", async () => {
    const { handlers, called } = createDoor();
    const contents = new FakeContents();
    openDoor(asContents(contents), handlers);
    for (const [method, listener] of contents.listeners_) {
      const args = goodArguments[method as keyof typeof goodArguments]();
      expect(await listener({ sender: contents, senderFrame: null }, ...args)).toMatchObject({
        code: "ERR_UNTRUSTED_SENDER",
      });
    }
    expect(called).toEqual([]);
    expect(
      await contents.listeners_.get("signOut")?.({ sender: contents, senderFrame: contents.mainFrame }),
    ).toMatchObject({ ok: true });
  });

  it("asks who calls before anything is awaited: a frame can be gone a moment later", () => {
    const door = createDoor();
    void door.knock("signOut", []);
    door.contents.mainFrame.origin = "https://evil.example";
    expect(door.called).toHaveLength(1);
  });
});
