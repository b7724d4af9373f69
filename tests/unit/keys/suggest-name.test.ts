import { expect, it } from "vitest";
import { createDeviceRequest } from "../../../src-contract/api/device-schemas.ts";
import { suggestName } from "../../../src-main/keys/suggest-name.ts";

const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";

it.each([
  ["ada-laptop.home.example", "ada-laptop"],
  ["Büro-PC", "Büro-PC"],
  ["Bu\u0308ro-PC", "Büro-PC"], // as macOS has it: u, and two dots by themselves
  ["ΑΘΗΝΑ-PC", "ΑΘΗΝΑ-PC"],
  ["рабочий", "рабочий"],
  ["仕事用.local", "仕事用"],
  ["مكتب", "مكتب"],
  ["Ada’s MacBook\u00a0Air", "Ada’s MacBook Air"],
  ["evil\u202ecp.exe", "evilcp"],
  ["a\u0000b\u001b[2Jc", "a b [2Jc"],
  ["x".repeat(300), "x".repeat(40)],
  [`${"x".repeat(39)}\u{1f600}`, "x".repeat(39)],
  [`${"x".repeat(38)}e\u0323\u0301`, `${"x".repeat(38)}ẹ\u0301`],
  [`${"x".repeat(39)}ẹ\u0301`, "x".repeat(39)], // a letter is not parted from its accent
])("proposes for the host %j the name %j, which the backend takes", (host, expected) => {
  expect(suggestName(host)).toBe(expected);
  expect(createDeviceRequest.shape.name.safeParse(expected).success).toBe(true);
});

it.each([
  "192.168.1.10",
  "127.0.0.1",
  "::1",
  "fe80::1%eth0",
  "2001:db8::8a2e:370:7334",
  "[::1]",
  "localhost",
  "LOCALHOST.localdomain",
  "localhost6",
  "ip6-localhost",
  "(none)",
  "",
  " ",
  ".local",
  "192-168-1-10.dyn.example",
  family,
  "\u202e\u200b",
])("takes %j for no name", (host) => {
  expect(suggestName(host)).toBeNull();
});
