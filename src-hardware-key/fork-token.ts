import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { askToken, type TokenChild } from "./ask-token.ts";
import type { KnownModule } from "./known-module.ts";
import type { Answered, Asked, MessageKind } from "./token-messages.ts";

export interface TokenProcess {
  /** Asks one question (ask-token.ts), when those before it are answered. */
  ask<K extends MessageKind>(kind: K, asked: Asked<K>, limit: AbortSignal): Promise<Answered<K>>;
  /** Ends it, at once. */
  end(): Promise<void>;
  readonly pid: number | undefined;
}

/** Starts the process that loads the module, and asks it one question after the other. */
export function startTokenProcess(module: KnownModule, env: NodeJS.ProcessEnv): TokenProcess {
  const child = forkTokenChild(module, env);
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(kind, asked, limit) {
      const answer = last.then(() => askToken(child, kind, asked, limit));
      last = answer.catch(() => {});
      return answer;
    },
    async end() {
      child.kill();
      await child.gone;
    },
    pid: child.pid,
  };
}

/**
 * Starts the process as a child of Node. The app starts Electron's utility process instead.
 * @param module the only one that it loads, if its hash is right, with the first question
 * @param env of the process: modules read their own variables
 */
export function forkTokenChild(module: KnownModule, env: NodeJS.ProcessEnv): TokenChild {
  const child = fork(fileURLToPath(new URL("index.ts", import.meta.url)), [module.file, module.sha256], {
    env,
    execArgv: [],
    serialization: "advanced", // bytes stay bytes
    stdio: ["ignore", "ignore", "ignore", "ipc"], // what a vendor's module writes is nobody's
  });
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.on("error", () => resolve());
  });
  // One that hangs in its module does not notice that its parent has gone.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  void gone.then(() => process.off("exit", kill));
  return {
    pid: child.pid,
    gone,
    send(message) {
      if (!child.connected) throw new Error("the process has ended");
      child.send(message as object, (error) => error && child.kill("SIGKILL"));
    },
    listen(listener) {
      child.removeAllListeners("message");
      child.on("message", listener);
    },
    kill,
  };
}
