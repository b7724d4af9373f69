import { clipboard } from "electron";

/**
 * Copies a text. The only file that reaches the clipboard: what it is given holds no secret that lasts, a report
 * (diagnosis/diagnosis-schema.ts), the link of one sign-in, a change's reference, or one of the partner's contacts, and nothing ever reads from
 * it.
 */
export async function writeClipboard(text: string): Promise<void> {
  await clipboard.writeText(text); // synchronous in Electron 33, a promise in Electron 45
}
