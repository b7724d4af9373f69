/** Runs the partner's script. The shell does it, in a page of its own (src-main/shell/device-data-page.ts). */
export interface CollectDeviceData {
  /**
   * Loads the script anew and waits for what it hands over. A collection that still runs is stopped first.
   * @param consentId the consent under which it runs, which the script is told
   * @returns the device data; null if there is none, whatever the reason. Never rejects, and lasts five seconds at most
   */
  collect(consentId: string): Promise<string | null>;
  /** Ends the script's process at once, if it runs. What it was to hand over is null. */
  stop(): void;
}
