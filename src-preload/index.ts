import { contextBridge, ipcRenderer } from "electron";
import type { DesktopBridge } from "./contract/bridge.ts";

/** Sends a secret and wipes the copy that the context bridge made for us (checklist row 24). */
function invokeWiping<T>(channel: string, secret: Uint8Array, ...before: string[]): Promise<T> {
  try {
    return ipcRenderer.invoke(channel, ...before, secret);
  } finally {
    secret.fill(0);
  }
}

const bridge = {
  getOverview: () => ipcRenderer.invoke("getOverview"),
  signIn: (name) => ipcRenderer.invoke("signIn", name),
  signOut: () => ipcRenderer.invoke("signOut"),
  requestCode: (computerName) => ipcRenderer.invoke("requestCode", computerName),
  confirmCode: (code) => invokeWiping("confirmCode", code),
  continueBinding: () => ipcRenderer.invoke("continueBinding"),
  abandonBinding: () => ipcRenderer.invoke("abandonBinding"),
  listCards: () => ipcRenderer.invoke("listCards"),
  beginPinEntry: () => ipcRenderer.invoke("beginPinEntry"),
  changePin: (cardId, pin) => invokeWiping("changePin", pin, cardId),
  endPinChange: () => ipcRenderer.invoke("endPinChange"),
} satisfies DesktopBridge;

contextBridge.exposeInMainWorld("bridge", bridge);
