import { contextBridge, ipcRenderer } from "electron";
import { deviceDataChannel, isDeviceData } from "../src-contract/bridge/device-data-message.ts";
import { keepOneRealm } from "./one-realm.ts";

// For the page of the partner's script (docs/threat-model.md#device-data-page). It has no bridge: one function, which tells one
// thing once. What is no device data is dropped here, in the script's own process, however large it is.

let isHandedOver = false;
const handOverDeviceData = (text: unknown): void => {
  if (isHandedOver) return;
  isHandedOver = true;
  ipcRenderer.send(deviceDataChannel, isDeviceData(text) ? text : null);
};

keepOneRealm();
contextBridge.exposeInMainWorld("handOverDeviceData", handOverDeviceData);
