import type { Fault as SandboxFault } from "../../src-testing/sandbox-control.ts";
import type { Fixture } from "./fixture.ts";
import type { LineFault } from "./line.ts";
import { CALL_LIMIT_MS, runOut, SOLARIS_LIMIT_MS } from "./time-limits.ts";

/** Something that goes wrong. */
export interface Fault {
  readonly words: string;
  /** Sets it up, before the step that meets it. */
  readonly strike: (fixture: Fixture) => Promise<Striking>;
}

interface Striking {
  /** Whether it has struck as often as planned. */
  readonly struck: () => Promise<boolean>;
  /** Ends it. What it held back is carried out by then. */
  readonly pass: () => Promise<unknown>;
}

/** Sets faults up. @returns ends them all, and says whether all had struck */
export async function strikeAll(fixture: Fixture, faults: readonly Fault[]): Promise<() => Promise<boolean>> {
  const striking: Striking[] = [];
  for (const fault of faults) striking.push(await fault.strike(fixture));
  return async () => {
    const struck = await Promise.all(striking.map((one) => one.struck()));
    for (const one of striking) await one.pass();
    return struck.every((one) => one);
  };
}

/** A fault that Solaris' sandbox applies to one operation. */
function atSolaris(fault: SandboxFault) {
  const { operation, kind, times, status, shape, field, code, body, is_done } = fault;
  const parts = [status, shape, field, code, body?.slice(0, 60), is_done ? "though it is done" : undefined];
  const said = parts.filter((part) => part !== undefined).join(" ");
  return {
    words: `${operation}: ${said === "" ? kind : said}${times === undefined ? "" : `, ${times} times`}`,
    strike: async ({ sandbox }: Fixture) => {
      const { id } = await sandbox.addFault(fault);
      return {
        id,
        struck: async () => (await sandbox.faults()).some((one) => one.id === id && one.hits >= (times ?? 1)),
        pass: sandbox.clearFaults,
      };
    },
  };
}

/** Solaris reads the request, does nothing, and the connection breaks. */
export const dropBefore = (operation: string) => atSolaris({ operation, kind: "drop_before" });
/** Solaris does it, and the connection breaks before the answer. */
export const dropAfter = (operation: string) => atSolaris({ operation, kind: "drop_after" });
/** The backend's time for Solaris runs out, and only then Solaris does it. */
export const late = (operation: string) => pastTheLimit(operation, "hold");
/** Solaris does it in time, and answers when the backend's time for Solaris has run out. */
export const lateAnswer = (operation: string) => pastTheLimit(operation, "hold_after");
function pastTheLimit(operation: string, kind: "hold" | "hold_after"): Fault {
  const held = atSolaris({ operation, kind });
  return {
    words: held.words,
    strike: async (fixture) => {
      const striking = await held.strike(fixture);
      // If it never strikes, this question is refused as soon as the fault is cleared.
      fixture.sandbox.reached(striking).then(
        () => runOut(SOLARIS_LIMIT_MS),
        () => undefined,
      );
      return striking;
    },
  };
}
export const answers = (
  operation: string,
  status: number,
  shape: NonNullable<SandboxFault["shape"]>,
  more: Pick<SandboxFault, "field" | "code" | "times"> = {},
) => atSolaris({ operation, kind: "status", status, shape, ...more });
/** A page from something in between: a gateway, a firewall, a portal. */
export const PAGE = "<!doctype html><title>Maintenance</title><h1>Please try again later</h1>";
/** Somebody else answers in Solaris' place: `isDone` says whether Solaris has done it all the same. */
export function inItsPlace(operation: string, status: number, said: string | object, isDone = false): Fault {
  const isPage = typeof said === "string" && said.startsWith("<");
  return atSolaris({
    operation,
    kind: "answer",
    status,
    content_type: isPage ? "text/html; charset=utf-8" : "application/json",
    body: typeof said === "string" ? said : JSON.stringify(said),
    is_done: isDone,
  });
}
/** Solaris replaces the PIN key right after giving it out, so that the one given is outdated. */
export const keyRotated = (times?: number) =>
  atSolaris({ operation: "pin_key", kind: "rotate_key", ...(times !== undefined && { times }) });

/** The line between app and backend fails for one request. */
export function onLine(ending: string, what: LineFault): Fault {
  return {
    words: `line at ${ending}: ${what}`,
    strike: async ({ line }) => {
      let struck = false;
      line.fail(ending, what).then(() => {
        struck = true;
        if (what === "late") runOut(CALL_LIMIT_MS);
      });
      return { struck: async () => struck, pass: line.mend };
    },
  };
}

/** `kill -9` of the backend while Solaris holds its request: before Solaris has done it, or after. */
export function backendKilled(operation: string, kind: "hold" | "hold_after"): Fault {
  return {
    words: `backend killed at ${operation} (${kind})`,
    strike: async ({ sandbox, servers }) => {
      const fault = await sandbox.addFault({ operation, kind });
      const killed = sandbox.reached(fault).then(servers.stopBackend);
      killed.catch(() => undefined); // told by `struck`
      return {
        struck: () => killed.then(() => true),
        pass: async () => {
          await sandbox.clearFaults();
          await servers.startBackend();
        },
      };
    },
  };
}

/**
 * Something happens while Solaris holds a request; then Solaris lets it go on.
 * @param happen returns what undoes it
 */
export function whileHeld(
  operation: string,
  words: string,
  happen: (fixture: Fixture) => Promise<() => Promise<void>>,
  kind: "hold" | "hold_after" = "hold",
): Fault {
  return {
    words: `${words} at ${operation} (${kind})`,
    strike: async (fixture) => {
      const { sandbox } = fixture;
      const fault = await sandbox.addFault({ operation, kind });
      const happened = sandbox.reached(fault).then(async () => {
        const undo = await happen(fixture);
        await sandbox.release(fault);
        return undo;
      });
      happened.catch(() => undefined); // told by `struck`
      return { struck: () => happened.then(() => true), pass: async () => (await happened)() };
    },
  };
}

/** Something that happens at once and needs no undoing. */
export function event(words: string, happen: (fixture: Fixture) => Promise<unknown>): Fault {
  return {
    words,
    strike: async (fixture) => {
      await happen(fixture);
      return { struck: async () => true, pass: async () => undefined };
    },
  };
}
