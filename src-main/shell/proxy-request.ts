import { net, type Session } from "electron";
import type { NetRequest } from "../backend/proxy/head-request.ts";

/** The only file that imports Electron's `net`, the only API that reports a proxy's question (head-request.ts). */
export const requestThroughProxy: NetRequest<Session> = (options) => net.request(options);
