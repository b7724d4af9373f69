// Attacker: whoever listens on the network, or a hostile script in the window that tells them something.
// Way: what Chromium asks for by itself, WebRTC, names looked up; impact: secrets, or that the cardholder is here, leave.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { startRelay } from "../../src-testing/relay.ts";
import { expect, test } from "../e2e/fixtures.ts";
import type { Known } from "./watched/fixtures.ts";
import { placesReachedBy, whyNotWatchable } from "./watched-network.ts";

test.beforeEach(async ({ folder }) => {
  const reason = await whyNotWatchable(folder);
  test.skip(reason !== null, `SKIPPED: ${reason}`);
});

test("self-test: stray TCP, UDP, IPv6, multicast and names are seen", async ({ folder }) => {
  const stray = `
    const [net, dgram, dns] = ["net", "dgram", "dns"].map((name) => require("node:" + name));
    for (const host of ["192.0.2.1", "2001:db8::1", "127.0.0.1"]) net.connect(443, host).on("error", () => {});
    const send = (family, host) => dgram.createSocket(family).unref().send("x", 5353, host);
    for (const host of ["192.0.2.2", "224.0.0.251", "127.0.0.53"]) send("udp4", host);
    send("udp6", "2001:db8::2");
    dns.lookup("stray.invalid", () => {});
    new dns.Resolver({ timeout: 100, tries: 1 }).resolve4("other.invalid", () => {});`;
  const places = await placesReachedBy(folder, [process.execPath, "-e", stray]);
  const overIpv6 = existsSync("/proc/net/if_inet6") ? ["tcp 2001:db8::1:443", "udp 2001:db8::2:5353"] : [];
  const expected = [
    "tcp 127.0.0.1:443",
    "tcp 192.0.2.1:443",
    "udp 127.0.0.53:5353",
    "udp 192.0.2.2:5353",
    "udp 192.0.2.53:53 other.invalid",
    "udp 192.0.2.53:53 stray.invalid",
    "udp 224.0.0.251:5353",
    ...overIpv6,
  ];
  expect(places.sort()).toEqual(expected.sort());
});

for (const [title, file] of [
  ["through the whole job, Help and Settings included, packets go to the backend alone", "whole-job"],
  ["whatever the page tries, and while nobody is there, packets go to the backend alone", "hostile-page"],
] as const) {
  test(title, async ({ folder, servers }) => {
    test.slow(); // a runner of its own, in the namespace
    const outside = path.join(folder, "backend.sock");
    const relay = await startRelay(
      { path: outside },
      { host: "127.0.0.1", port: Number(new URL(servers.backendUrl).port) },
    );
    const knownFile = path.join(folder, "known.json");
    try {
      const cli = path.resolve("node_modules/playwright/cli.js");
      const config = path.join(import.meta.dirname, "watched/playwright.config.ts");
      const env = { ...process.env, WATCHED_BACKEND: outside, WATCHED_KNOWN: knownFile };
      const output = path.join(folder, "watched");
      const command = [process.execPath, cli, "test", "--config", config, "--output", output, `${file}.watched.ts`];
      const places = await placesReachedBy(folder, command, env);
      const { backend, debuggers } = JSON.parse(await readFile(knownFile, "utf8")) as Known;
      expect(places.filter((place) => !debuggers.includes(place))).toEqual([backend]);
    } finally {
      relay.close();
    }
  });
}
