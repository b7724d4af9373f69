import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** A stand-in for the vendor's script. @param afterMs when it hands over @returns the app's argument */
export async function putScript(folder: string, afterMs = 0): Promise<string> {
  const scripts = path.join(folder, "device-data");
  await mkdir(scripts);
  await writeFile(
    path.join(scripts, "vendor.js"),
    `var made = (consent) => "Web;" + consent + ";${"a".repeat(22)}==;${"b/+x".repeat(800)}";`,
  );
  const handOver = "handOverDeviceData(made(location.hash.slice(1)))";
  await writeFile(path.join(scripts, "collect.js"), `setTimeout(() => ${handOver}, ${afterMs});`);
  return `--device-data=${JSON.stringify({ folder: scripts, domains: ["vendor.example"] })}`;
}

/** The device data that Solaris has, the oldest first. */
export async function receivedDeviceData(sandboxUrl: string): Promise<string[]> {
  const answer = await fetch(`${sandboxUrl}/sandbox/device-data`);
  return ((await answer.json()) as { received: { device_data: string }[] }).received.map((one) => one.device_data);
}
