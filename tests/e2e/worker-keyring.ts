import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { startSessionKeyring } from "../../build/desktop/session-keyring.mjs";
import type { Answer, Order } from "./binding-process.ts";

/** One keyring for all tests of a worker, and what binds computers in it. */
export interface WorkerKeyring {
  readonly env: Readonly<Record<string, string>>;
  /** Removes every entry that the app has made. */
  readonly clear: () => Promise<void>;
  /** Binds a computer in milliseconds (binding-process.ts). @throws Error with what the app's core said */
  readonly bind: (how: Omit<Extract<Order, { do: "bind" }>, "do">) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a session bus with a real keyring; elsewhere than on Linux it is the system's own keychain.
 * @param folder for its files
 */
export async function openWorkerKeyring(folder: string): Promise<WorkerKeyring> {
  const keyring =
    process.platform === "linux"
      ? await startSessionKeyring(folder, "test")
      : { env: {}, close: async () => undefined };
  const child = fork(path.join(import.meta.dirname, "binding-process.ts"), {
    execArgv: [],
    env: { ...process.env, ...keyring.env, NODE_OPTIONS: "" },
  });
  const ended = once(child, "exit");
  const carryOut = async (order: Order) => {
    child.send(order);
    const gone = ended.then(() => [{ failure: "the process that binds computers has ended" }]);
    const [answer] = (await Promise.race([once(child, "message"), gone])) as [Answer];
    if (answer.failure !== null) throw new Error(`${order.do}: ${answer.failure}`);
  };
  await carryOut({ do: "remember" });
  return {
    env: keyring.env,
    clear: () => carryOut({ do: "clear" }),
    bind: (how) => carryOut({ do: "bind", ...how }),
    close: async () => {
      child.disconnect();
      await ended;
      await keyring.close();
    },
  };
}
