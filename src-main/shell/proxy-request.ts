import { net, type Session } from "electron";
import type { NetRequest } from "../backend/proxy/head-request.ts";

/** The only file that takes `net` from Electron: no other of its ways hears the question of a proxy (head-request.ts). */
export const requestThroughProxy: NetRequest<Session> = (options) => net.request(options);
