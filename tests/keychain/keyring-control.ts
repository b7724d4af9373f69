import { outputOf } from "../../build/child-process.mjs";

/** Locks the keyring as the desktop does. @param env of its session bus */
export async function lockKeyring(env: Record<string, string>): Promise<void> {
  const service = ["--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"];
  const lock = ["org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login"];
  await outputOf("dbus-send", [...service, ...lock], { env: { ...process.env, ...env } });
}

/** Has the keyring answer nothing, as one does whose question nobody has seen. @returns what lets it go on */
export async function silenceKeyring(env: Record<string, string>): Promise<() => void> {
  const bus = ["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
  const who = ["org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.secrets"];
  const answer = await outputOf("dbus-send", [...bus, ...who], { env: { ...process.env, ...env } });
  const id = Number(/uint32 (\d+)/.exec(answer)?.[1]);
  process.kill(id, "SIGSTOP");
  return () => void process.kill(id, "SIGCONT");
}
