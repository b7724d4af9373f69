import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A caller who writes bytes, well-formed or not, and keeps what the server says. */
export interface RawCaller {
  readonly socket: Socket;
  readonly said: () => string;
  readonly closed: Promise<void>;
}

/**
 * Connects to a server; the connection ends with the test.
 * @param neverHangsUp whether it stays open on this side where the server has closed the other
 */
export async function callRaw(url: string, { neverHangsUp = false } = {}): Promise<RawCaller> {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1", allowHalfOpen: neverHangsUp });
  let said = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    said += chunk;
  });
  socket.on("error", () => {}); // writing to a server that has hung up fails
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return { socket, said: () => said, closed };
}
