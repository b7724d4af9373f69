import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import type { Handlers } from "../../../src-main/bridge/handlers.ts";
import { openChangeJournal } from "../../../src-main/change-pin/change-journal.ts";
import { openEnrolmentMarkers } from "../../../src-main/keys/enrolment-marker.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { createFakeComputer, type FakeComputer } from "../fake-computer.ts";
import { recordAt, scope } from "../keys/fake-enrolment.ts";
import { ada, startCore } from "../start-core.ts";

const { text: output } = catchOutput();
const requestId = "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10";

let computer: FakeComputer;
let changes: string;
let enrolments: string;
beforeEach(() => {
  computer = createFakeComputer();
  computer.store(scope, JSON.stringify(recordAt("bound")));
  changes = path.join(computer.folder, "changes");
  enrolments = path.join(computer.folder, "enrolments");
});

/** What makes a folder unusable for whoever runs the tests, root included: a mode 000 stops everybody else in the same way. */
const ways: Record<string, (folder: string) => Promise<unknown>> = {
  "is a file": (folder) => writeFile(folder, "in the way"),
  "leads nowhere": (folder) => symlink(path.join(folder, "nowhere"), folder),
  "holds a file in place of the customer's folder": async (folder) => {
    await mkdir(folder);
    await writeFile(path.join(folder, scope), "in the way");
    await mkdir(path.join(folder, `${scope}.json`)); // and a folder in place of the marker
  },
};

/** Signs Ada in on this computer, whose key the keychain has. */
async function signIn() {
  const { handlers } = startCore({
    computer,
    backend: {
      getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
      getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
      listDevices: async () => ({ devices: [], limit: 5, left_out: 0 }),
      getDevice: async (id) => ({ id, name: "A computer", created_at: null, key_purposes: [] }),
    },
  });
  return { handlers, overview: await handlers.signIn(ada.name) };
}

const failureOf = async (call: ReturnType<Handlers[keyof Handlers]>) => {
  const error = await call.then(
    () => expect.fail("it succeeded"),
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? { code: error.code, ...error.details } : error;
};

describe.each(Object.entries(ways))("`changes` %s", (_, spoil) => {
  it("signs in, and says which folder cannot be used in place of whether a change is open", async () => {
    await openEnrolmentMarkers(enrolments).write(scope, "a-device");
    await spoil(changes);
    const { overview, handlers } = await signIn();
    expect(overview).toMatchObject({ hasOpenChange: false, unusableFolder: changes, customer: { name: "Ada Single" } });
    const unusable = { code: "ERR_FOLDER_UNUSABLE", folder: changes };
    expect(await failureOf(handlers.beginPinEntry())).toEqual(unusable);
    expect(await failureOf(handlers.settleOpenChange())).toEqual(unusable);
    await handlers.signOut();
    expect((await handlers.getOverview()).unusableFolder).toBeNull();
  });

  it("takes no note, says so, and does not hide that behind a note that cannot be removed", async () => {
    await spoil(changes);
    const journal = openChangeJournal(changes);
    await expect(journal.write(scope, requestId)).rejects.toMatchObject({
      code: "ERR_JOURNAL",
      details: { folder: changes },
    });
    await expect(journal.remove(scope, requestId)).resolves.toBeUndefined();
  });
});

it("a note that cannot be removed is logged, and asked about once more", async () => {
  const journal = openChangeJournal(changes);
  await mkdir(path.join(changes, scope, `${requestId}.json`), { recursive: true });
  await journal.remove(scope, requestId);
  expect(output()).toContain('"event":"open_change_kept"');
  expect(await journal.list(scope)).toEqual([requestId]);
});

describe.each(Object.entries(ways).slice(0, 2))("`enrolments` %s", (_, spoil) => {
  it("signs in, and says which folder in place of whether this computer is bound, or ever was", async () => {
    await spoil(enrolments);
    const { overview, handlers } = await signIn();
    expect(overview.device).toEqual({ state: "unusable-folder", folder: enrolments });
    const unusable = { code: "ERR_FOLDER_UNUSABLE", folder: enrolments };
    expect(await failureOf(handlers.requestCode("A computer"))).toEqual(unusable);
    expect(await failureOf(handlers.startAnew())).toEqual(unusable);
    expect(await failureOf(handlers.removeThisComputer())).toEqual(unusable);
    expect(await failureOf(handlers.adoptDevice())).toEqual(unusable);
  });
});

it("a marker that cannot be written or removed names its folder", async () => {
  await writeFile(enrolments, "in the way");
  const markers = openEnrolmentMarkers(enrolments);
  const unusable = { code: "ERR_FOLDER_UNUSABLE", details: { folder: enrolments } };
  await expect(markers.write(scope, "a-device")).rejects.toMatchObject(unusable);
  await expect(markers.remove(scope)).rejects.toMatchObject(unusable);
});
