import type { Session, session } from "electron";
import { answerDeviceData, type DeviceDataFiles } from "./device-data-files.ts";
import { unreachableProxy } from "./sessions.ts";

/** net_error_list.h: FAILED. */
const FAILED = -2;

/**
 * Opens the session of the partner's script: in memory, without a cache, and with nothing to reach but its own files and the
 * partner's domains by https (docs/threat-model.md#device-data-page). What `webRequest` does not see, such as connections that
 * are made ahead, meets a proxy that no packet reaches.
 */
export async function openDeviceDataSession(
  sessions: Pick<typeof session, "fromPartition">,
  files: DeviceDataFiles,
  domains: readonly string[],
): Promise<Session> {
  const own = sessions.fromPartition("device-data", { cache: false });
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url, domains) }));
  const direct = domains.flatMap((domain) => [domain, `*.${domain}`]);
  const proxyBypassRules = ["<-loopback>", ...direct].join(",");
  await own.setProxy({ mode: "fixed_servers", proxyRules: unreachableProxy, proxyBypassRules });
  const answer = answerDeviceData(files, domains);
  own.protocol.registerBufferProtocol("app", (request, reply) => {
    answer(request).then(reply, () => reply({ error: FAILED }));
  });
  return own;
}

/** Whether an address is a file of the page's own, or https at the usual port of one of the domains or below it. */
export function mayLoad(address: string, domains: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  if (protocol === "app:") return host === "device-data";
  return protocol === "https:" && domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
