import { writeFile } from "node:fs/promises";
import fastify, { type FastifyReply } from "fastify";
import { addControlRoutes } from "./control/control-routes.ts";
import { refuseForeignCallers } from "./http/foreign-callers.ts";
import { addSolarisRoutes } from "./http/solaris-routes.ts";
import { answerUnexpectedErrors, answerUnroutable } from "./http/unexpected-error.ts";
import { listCustomers } from "./people/demo-customers.ts";
import { createPinKey, type PinKey } from "./pin/encryption-key.ts";
import { createWorld } from "./world.ts";
import { keepWorldInFile } from "./world-file.ts";

export type SandboxOptions = {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Where to write the demonstration customers, in the format of a DEMO_CUSTOMERS file. */
  readonly customersFile?: string;
  /** The file that keeps the world between starts; without it nothing survives `close`. */
  readonly worldFile?: string;
  /** How long a challenge can be answered. */
  readonly challengeSeconds?: number;
  /** The PIN key to begin with, in place of a new one: to make one takes longer than all the rest of a start. */
  readonly pinKey?: PinKey;
};

export type RunningSandbox = { readonly url: string; readonly close: () => Promise<void> };

// The sandbox shows its codes to every caller, so no option makes it reachable from another computer.
const loopback = "127.0.0.1";

/** Starts a sandbox with its own world; two sandboxes share nothing. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const world = createWorld({
    client: { id: options.clientId ?? "cardbound-demo", secret: options.clientSecret ?? "cardbound-demo-secret" },
    challengeSeconds: options.challengeSeconds ?? 300,
    pinKey: options.pinKey ?? (await createPinKey()),
  });
  if (options.worldFile !== undefined) keepWorldInFile(world, options.worldFile);
  const app = fastify({
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (_cause, request, reply) => answerUnroutable(request.url, reply as FastifyReply),
  });
  // Takes bodies as bytes: the endpoints check whether they are JSON, and the arrival counts either way.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  // Before each answer; without an answer the operation itself has kept it (solaris-routes.ts).
  app.addHook("onSend", async () => world.keep());
  // Keeps no connection: a client may read once more if a kept one ends, so a fault that drops one would not always be met.
  app.addHook("onSend", async (_request, reply) => void reply.header("connection", "close"));
  refuseForeignCallers(app);
  answerUnexpectedErrors(app);
  addSolarisRoutes(app, world);
  addControlRoutes(app, world);
  const url = await app.listen({ host: loopback, port: options.port ?? 0 });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    // Releases what is held first, or closing would wait for it.
    world.faults.abandon();
    closed ??= app.close();
    return closed;
  };
  if (options.customersFile !== undefined) {
    try {
      await writeFile(options.customersFile, `${JSON.stringify(listCustomers(world.people), null, 2)}\n`);
    } catch (cause) {
      await close();
      throw new Error("the customers file cannot be written", { cause });
    }
  }
  return { url, close };
}
