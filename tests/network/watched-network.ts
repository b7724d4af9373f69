import { readFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../../build/child-process.mjs";

/** A packet that was sent, as watch_network.py notes it. */
interface Packet {
  readonly protocol: string;
  readonly address: string;
  readonly port: number;
  /** False for what belongs to a TCP connection that another packet began. */
  readonly begins: boolean;
  /** What a DNS query asks for. */
  readonly name?: string;
}

const script = path.join(import.meta.dirname, "watch_network.py");
const python = "/usr/bin/python3";

/**
 * Runs a command in a network namespace of its own, in which every address answers, with a refusal, and none is another
 * computer's; as the same user, since Chromium's sandbox is for ordinary users only.
 * @param folder where the packets are noted
 * @returns where packets went, each place once, in order: `tcp 192.0.2.1:443`, `udp 192.0.2.53:53 name.invalid`
 * @throws Error with all that the command printed, when it fails
 */
export async function placesReachedBy(
  folder: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> {
  const notes = path.join(folder, "packets.jsonl");
  const watching = ["--user", "--map-root-user", "--net", "--mount", python, script, notes];
  const asBefore = ["unshare", "--user", `--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`];
  await outputOf("unshare", [...watching, ...asBefore, ...command], { env });
  const lines = (await readFile(notes, "utf8")).split("\n").filter((line) => line !== "");
  const packets = lines.map((line) => JSON.parse(line) as Packet).filter(({ begins }) => begins);
  return [...new Set(packets.map(placeOf))];
}

function placeOf({ protocol, address, port, name }: Packet): string {
  const at = `${protocol} ${address}:${port}`;
  return name === undefined ? at : `${at} ${name}`;
}

/** Why this computer's programs cannot be watched so; null where they can. Says so loudly. */
export async function whyNotWatchable(folder: string): Promise<string | null> {
  const reason = await reasonNotTo(folder);
  if (reason !== null) process.stderr.write(`SKIPPED: no packet is counted here: ${reason}\n`);
  return reason;
}

async function reasonNotTo(folder: string): Promise<string | null> {
  if (process.platform !== "linux") return "only Linux has network namespaces.";
  try {
    await placesReachedBy(folder, ["true"]);
    return null;
  } catch (error) {
    return `no network namespace of one's own: ${String(error).trim().split("\n").at(-1)}`;
  }
}
