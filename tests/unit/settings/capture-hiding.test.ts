import { expect, it } from "vitest";
import { captureHidingOn, shouldHide } from "../../../src-main/settings/capture-hiding.ts";

it.each([
  ["win32", "10.0.26100", {}, "works", true],
  ["win32", "10.0.26100", { SESSIONNAME: "Console" }, "works", true],
  ["win32", "10.0.26100", { SESSIONNAME: "RDP-Tcp#5" }, "remote", false],
  ["win32", "10.0.26100", { SESSIONNAME: "rdp-tcp" }, "remote", false],
  ["win32", "10.0.26100", { SESSIONNAME: "ICA-tcp#0" }, "remote", false],
  ["darwin", "23.6.0", {}, "works", true], // macOS 14
  ["darwin", "24.0.0", {}, "partly", true], // macOS 15
  ["darwin", "25.1.0", {}, "partly", true],
  ["darwin", "24.0.0", { SESSIONNAME: "RDP-Tcp#5" }, "partly", true],
  ["linux", "6.1.0", {}, "unsupported", false],
  ["freebsd", "14.0", {}, "unsupported", false],
] as const)("%s %s with %j: %s", (platform, release, environment, hiding, hides) => {
  expect(captureHidingOn({ platform, release, environment })).toBe(hiding);
  expect(shouldHide(hiding)).toBe(hides);
});
