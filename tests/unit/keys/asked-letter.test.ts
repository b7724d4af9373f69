import { describe, expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createAskedLetter } from "../../../src-main/keys/asked-letter.ts";
import type { LetterNote } from "../../../src-main/keys/letter-note.ts";
import { scope } from "./fake-enrolment.ts";
import { createFakeSolaris, type Fate } from "./fake-solaris.ts";

const DAY = 86_400_000;

/** A customer who asks for letters, whose bank's clock says this. */
function setUp(kept: LetterNote | null = null) {
  const solaris = createFakeSolaris();
  const disk = new Map<string, LetterNote | null>([[scope, kept]]);
  let now = Date.parse("2030-01-01T00:00:00Z");
  const start = () =>
    createAskedLetter({
      backend: solaris.backend,
      notes: { read: (of) => disk.get(of) ?? null, write: async (of, note) => void disk.set(of, note) },
      now: () => now,
    });
  return {
    solaris,
    disk,
    start,
    letter: start(),
    pass: (ms: number) => {
      now += ms;
    },
    posts: () => solaris.calls.filter((call) => call === "requestLetter").length,
  };
}

const first = {
  requestedAt: "2030-01-01T00:00:00Z",
  countsUntil: "2030-02-01T00:00:00Z",
  ended: null,
  linkedSince: null,
};

describe("a letter that is asked for", () => {
  it("is on its way, also after a restart, and nothing is asked meanwhile", async () => {
    const { letter, start, solaris, pass } = setUp();
    expect(letter.view(scope, false)).toEqual({ asked: null, waitMs: null });
    await letter.ask(scope, false);
    expect(letter.view(scope, false)).toEqual({ asked: first, waitMs: null });
    pass(3 * DAY);
    const { length } = solaris.calls;
    expect(start().view(scope, false).asked).toEqual(first);
    expect(solaris.calls).toHaveLength(length);
  });

  it("has the time of asking where Solaris says none", async () => {
    const { letter, solaris } = setUp();
    solaris.backend.requestLetter = async () => ({ requested_at: null, expires_at: null });
    await letter.ask(scope, false);
    expect(letter.view(scope, false).asked).toMatchObject({
      requestedAt: "2030-01-01T00:00:00.000Z",
      countsUntil: null,
    });
  });

  it("is not asked for where one counts already, whoever asked for it: its time is told", async () => {
    const { letter, solaris, posts, disk } = setUp();
    await solaris.backend.requestLetter({});
    await letter.ask(scope, false);
    expect(posts()).toBe(1);
    expect(letter.view(scope, false).asked).toEqual(first);
    expect(disk.get(scope)).toEqual({ requested_at: first.requestedAt, expires_at: first.countsUntil });
  });

  it("is another one where the cardholder says so, and the first counts no more", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    await letter.ask(scope, true);
    expect(letter.view(scope, false).asked?.requestedAt).toBe("2030-01-02T00:00:00Z");
    expect(solaris.letters.map(({ letter_id: id }) => id)).toEqual(["letter-2"]);
  });

  it("is not asked for while the bank's limit would refuse it, and the wait is told", async () => {
    const { letter, solaris, posts, pass } = setUp();
    solaris.letterWaitSeconds = 4 * 86_400;
    await expect(letter.ask(scope, false)).rejects.toMatchObject({ code: "ERR_TOO_MANY_REQUESTS" });
    expect(posts()).toBe(0);
    expect(letter.view(scope, false).waitMs).toBe(4 * DAY);
    pass(3 * DAY);
    expect(letter.view(scope, false).waitMs).toBe(DAY);
    pass(2 * DAY);
    expect(letter.view(scope, false).waitMs).toBeNull();
  });

  it("tells a limit that was reached meanwhile by its days, and not as a wait of minutes", async () => {
    const { letter, solaris } = setUp();
    solaris.fate = (call) => {
      if (call === "requestLetter") solaris.letterWaitSeconds = 86_400;
      return "ok";
    };
    await expect(letter.ask(scope, false)).rejects.toMatchObject({ code: "ERR_TOO_MANY_REQUESTS", details: {} });
    expect(letter.view(scope, false).waitMs).toBe(DAY);
  });

  it("is known to be there where Solaris says that one is", async () => {
    const { letter, solaris } = setUp();
    await solaris.backend.requestLetter({});
    solaris.backend.listLetters = async () => ({ letters: [], left_out: 1, wait_seconds: 0 });
    await expect(letter.ask(scope, false)).rejects.toMatchObject({ code: "ERR_ACTIVATION_CODE_EXISTS" });
    expect(letter.view(scope, false).asked).toMatchObject({ requestedAt: null, countsUntil: null, ended: null });
  });

  it.each<[string, boolean, Fate, number, string | null]>([
    ["was sent, though the answer is lost", false, "lost-after", 1, null],
    ["is another one, whose answer is lost", true, "lost-after", 2, null],
    ["was not sent: asked again", false, "lost-before", 0, "ERR_BACKEND_TIMEOUT"],
    ["is another one that was not sent", true, "lost-before", 1, "ERR_BACKEND_TIMEOUT"],
    ["cannot be asked for", false, "down", 0, "ERR_SOLARIS_UNAVAILABLE"],
  ])("%s", async (_name, isAnother, fate, sent, code) => {
    const { letter, solaris } = setUp();
    if (isAnother) await letter.ask(scope, false);
    solaris.fate = (call) => (call === "requestLetter" ? fate : "ok");
    const asked = letter.ask(scope, isAnother);
    if (code === null) await asked;
    else await expect(asked).rejects.toMatchObject({ code });
    const told = letter.view(scope, false).asked?.requestedAt;
    expect(told).toBe(sent === 0 ? undefined : `2030-01-0${sent}T00:00:00Z`);
  });
});

describe("what the bank says of it later", () => {
  it("is that its time is over, as the clock says", async () => {
    const { letter, pass, solaris, start } = setUp();
    await letter.ask(scope, false);
    pass(31 * DAY);
    expect(letter.view(scope, false).asked?.ended).toBe("expired");
    solaris.letters.length = 0;
    const later = start();
    await later.look(scope);
    expect(later.view(scope, false).asked?.ended).toBe("expired");
  });

  it("is that it counts no more, though there was time, and which computer was linked since then", async () => {
    const { letter, solaris, pass } = setUp();
    await letter.ask(scope, false);
    pass(DAY);
    solaris.letters.length = 0;
    const listed = [
      { id: "1", name: "Before", created_at: "2029-12-31T00:00:00Z" },
      { id: "2", name: "Since", created_at: "2030-01-02T00:00:00Z" },
      { id: "3", name: "First since", created_at: "2030-01-01T12:00:00Z" },
      { id: "4", name: "Whenever", created_at: null },
    ];
    solaris.backend.listDevices = async () => ({ devices: listed, limit: 5, left_out: 0 });
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toEqual({
      ...first,
      ended: "early",
      linkedSince: { name: "Since", at: "2030-01-02T00:00:00Z" },
    });
  });

  it.each([
    ["none was linked since", async () => ({ devices: [], limit: 5, left_out: 0 })],
    ["that list cannot be had", () => Promise.reject(new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered"))],
  ])("names no computer where %s", async (_name, listDevices) => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    solaris.letters.length = 0;
    solaris.backend.listDevices = listDevices;
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toEqual({ ...first, ended: "early" });
  });

  it("is that it counts no more, where nobody knows how much time it had", async () => {
    const { letter } = setUp({ requested_at: null, expires_at: null });
    await letter.look(scope);
    expect(letter.view(scope, false).asked?.ended).toBe("unknown");
  });

  it("is the time of a newer one that was asked for elsewhere", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    await solaris.backend.requestLetter({ invalidate_existing_code: true });
    await letter.look(scope);
    expect(letter.view(scope, false).asked?.requestedAt).toBe("2030-01-02T00:00:00Z");
  });

  it("keeps the time of asking where only that of the same letter is not said", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    const said = { letter_id: "a", requested_at: null };
    const listing = (expires_at: string | null) => async () => {
      return { letters: [{ ...said, expires_at }], left_out: 0, wait_seconds: 0 };
    };
    solaris.backend.listLetters = listing(first.countsUntil);
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toEqual(first);
    solaris.backend.listLetters = listing("2030-03-01T00:00:00Z");
    await letter.look(scope);
    expect(letter.view(scope, false).asked?.requestedAt).toBeNull();
  });

  it("does not say that the time of one is over that it lists", async () => {
    const { letter, pass } = setUp();
    await letter.ask(scope, false);
    pass(40 * DAY);
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toMatchObject({ countsUntil: null, ended: null });
  });

  it("is nothing where its list is not whole, or does not come", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    solaris.letters.length = 0;
    solaris.lettersLeftOut = 1;
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toEqual(first);
    solaris.fate = () => "down";
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toEqual(first);
  });

  it("is nothing of a customer who has asked for none", async () => {
    const { letter } = setUp();
    await letter.look(scope);
    expect(letter.view(scope, false).asked).toBeNull();
  });

  it("is that there was one where a computer waits for its code, and nothing else is known", () => {
    expect(setUp().letter.view(scope, true).asked).toMatchObject({ requestedAt: null, ended: null });
  });
});

describe("a letter that is cancelled", () => {
  it("counts no more, and is forgotten", async () => {
    const { letter, solaris, disk } = setUp();
    await letter.ask(scope, false);
    await letter.cancel(scope);
    expect(solaris.letters).toEqual([]);
    expect(letter.view(scope, false).asked).toBeNull();
    expect(disk.get(scope)).toBeNull();
  });

  it.each<[string, Fate]>([
    ["Solaris does not answer", "down"],
    ["the answer is lost", "lost-before"],
  ])("is still on its way where %s", async (_name, fate) => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    solaris.fate = (call) => (call === "cancelLetter" ? fate : "ok");
    await expect(letter.cancel(scope)).rejects.toThrow();
    expect(letter.view(scope, false).asked).toEqual(first);
  });

  it("is not said to be cancelled where the list may have left it out", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    solaris.backend.listLetters = async () => ({ letters: [], left_out: 1, wait_seconds: 0 });
    await expect(letter.cancel(scope)).rejects.toMatchObject({ code: "ERR_SOLARIS_UNAVAILABLE" });
    expect(letter.view(scope, false).asked).toEqual(first);
  });

  it("is not said to be cancelled where Solaris does not know it, and lists it all the same", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    solaris.backend.cancelLetter = () => Promise.reject(new BackendError("ERR_NOT_FOUND", "answered"));
    await expect(letter.cancel(scope)).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
    expect(letter.view(scope, false).asked).toEqual(first);
  });

  it("may be gone already", async () => {
    const { letter, solaris } = setUp();
    await letter.ask(scope, false);
    solaris.fate = (call) => {
      if (call === "cancelLetter") solaris.letters.length = 0;
      return "ok";
    };
    await letter.cancel(scope);
    expect(letter.view(scope, false).asked).toBeNull();
  });
});
