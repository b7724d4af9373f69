import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { languages } from "../../../src-contract/rules/languages.ts";
import { askAfterDeath, askWhileHanging, type NativeQuestion } from "../../../src-main/shell/ask-natively.ts";
import { recoverWindow } from "../../../src-main/shell/recover-window.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";

const { text: logged } = catchOutput();

function setUp(answers: readonly ("load" | "quit")[] = [], isCrashed = false) {
  const story: string[] = [];
  const clock = { at: 1_000_000 };
  const left = [...answers];
  let answered = Promise.resolve();
  let endWaiting: (answer: "load" | "wait") => void = () => expect.fail("nothing was asked");
  const contents = Object.assign(new EventEmitter(), {
    isGone: false,
    isDestroyed: () => contents.isGone,
    isCrashed: () => isCrashed,
    forcefullyCrashRenderer: () => {
      story.push("end it");
      contents.emit("render-process-gone", {}, { reason: "killed" });
    },
  });
  recoverWindow(contents, {
    reloadPage: () => story.push("reload"),
    now: () => clock.at,
    askAfterDeath: async () => {
      story.push("ask");
      await answered;
      return left.shift() ?? expect.fail("asked too often");
    },
    askWhileHanging: (over) => {
      story.push("ask whether to wait");
      return new Promise((resolve) => {
        endWaiting = resolve;
        over.addEventListener("abort", () => {
          story.push("question closed");
          resolve("wait");
        });
      });
    },
    quit: () => story.push("quit"),
  });
  const die = async (afterMs: number, reason = "crashed") => {
    clock.at += afterMs;
    contents.emit("render-process-gone", {}, { reason });
    await vi.waitFor(() => expect(story.at(-1)).not.toBe("ask"));
  };
  const holdAnswer = () => {
    let answer = () => {};
    answered = new Promise((resolve) => (answer = resolve));
    return () => answer();
  };
  return { story, clock, contents, die, holdAnswer, answer: (how: "load" | "wait") => endWaiting(how) };
}

describe("a window whose process has died", () => {
  it("is loaded anew where it died before anybody listened", () => {
    expect(setUp([], true).story).toEqual(["reload"]);
    expect(setUp().story).toEqual([]);
  });

  it("is loaded anew as often as it dies, where it lived for a minute in between", async () => {
    const { story, die } = setUp();
    for (let death = 0; death < 5; death++) await die(60_000);
    expect(story).toEqual(Array(5).fill("reload"));
  });

  it("is asked about when it dies again within a minute, and loaded anew as often as that is wanted", async () => {
    const { story, die } = setUp(["load", "load"]);
    await die(5);
    await die(59_999);
    await die(0);
    await die(60_000);
    expect(story).toEqual(["reload", "ask", "reload", "ask", "reload", "reload"]);
  });

  it("takes the program with it where that is wanted", async () => {
    const { story, die } = setUp(["quit"]);
    await die(0);
    await die(0);
    expect(story).toEqual(["reload", "ask", "quit"]);
  });

  it("is asked about once at a time, though a lock loads it anew meanwhile and it dies or hangs again", async () => {
    const { story, contents, holdAnswer } = setUp(["load", "load"]);
    const answer = holdAnswer();
    const die = () => contents.emit("render-process-gone", {}, { reason: "crashed" });
    die();
    die();
    die();
    contents.emit("unresponsive");
    expect(story).toEqual(["reload", "ask"]);
    answer();
    await vi.waitFor(() => expect(story).toEqual(["reload", "ask", "reload"]));
    die();
    expect(story.slice(3)).toEqual(["ask"]);
  });

  it("is logged with the reason, each time", async () => {
    const { die } = setUp(["load"]);
    await die(0, "oom");
    await die(1, "launch-failed");
    const entries = logged()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
    expect(entries).toMatchObject([
      { event: "window_process_died", reason: "oom" },
      { event: "window_process_died", reason: "launch-failed" },
    ]);
  });

  it("that ended in good order, or was closed meanwhile, is left alone", async () => {
    const { story, contents } = setUp();
    contents.emit("render-process-gone", {}, { reason: "clean-exit" });
    contents.isGone = true;
    contents.emit("render-process-gone", {}, { reason: "crashed" });
    expect(story).toEqual([]);
    expect(logged()).not.toContain("clean-exit");
  });
});

describe("a window that does not answer", () => {
  it("is loaded anew where that is wanted", async () => {
    const { story, contents, answer } = setUp();
    contents.emit("unresponsive");
    contents.emit("unresponsive");
    answer("load");
    await vi.waitFor(() => expect(story).toEqual(["ask whether to wait", "end it", "reload"]));
    expect(logged()).toContain('"event":"window_hangs"');
  });

  it("is waited for, and asked about again when it hangs again", async () => {
    const { story, contents, answer } = setUp();
    contents.emit("unresponsive");
    answer("wait");
    await Promise.resolve();
    await Promise.resolve();
    contents.emit("unresponsive");
    expect(story).toEqual(["ask whether to wait", "ask whether to wait"]);
  });

  it.each([
    ["answers again", "responsive", []],
    ["dies", "render-process-gone", ["reload"]],
  ])("is not asked about any more when it %s", async (_, event, more) => {
    const { story, contents } = setUp();
    contents.emit("unresponsive");
    contents.emit(event, {}, { reason: "crashed" });
    await vi.waitFor(() => expect(story).toEqual(["ask whether to wait", "question closed", ...more]));
  });
});

describe.each(languages)("the questions in %s", (language) => {
  it("name the program, and mean by Enter and Escape what loses nothing more", async () => {
    const asked: NativeQuestion[] = [];
    const answering = (response: number) => async (question: NativeQuestion) => {
      asked.push(question);
      return { response };
    };
    const { signal } = new AbortController();
    expect(await askAfterDeath(answering(0), language)).toBe("load");
    expect(await askAfterDeath(answering(1), language)).toBe("quit");
    expect(await askWhileHanging(answering(0), language, signal)).toBe("wait");
    expect(await askWhileHanging(answering(1), language, signal)).toBe("load");
    for (const { message, detail, buttons, defaultId, cancelId } of asked) {
      expect(message).toContain("Cardbound");
      expect(detail).toMatch(/^\p{Lu}.*\.$/u);
      expect(new Set(buttons).size).toBe(2);
      expect([defaultId, cancelId]).toEqual([0, 0]);
    }
    expect(asked.map((question) => question.signal)).toEqual([undefined, undefined, signal, signal]);
  });
});
