import { expect, it } from "vitest";
import { DEVICE_NAME_LONGEST } from "../../../src-contract/rules/device-name.ts";
import { PASSCODE_LONGEST, PASSCODE_SHORTEST } from "../../../src-contract/rules/passcode.ts";
import { catalogues } from "./read-messages.ts";

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

it.each(Object.entries(catalogues))("%s names the lengths that the rules have", (_, words) => {
  expect(numbersIn(words.binding.nameEmpty)).toEqual([DEVICE_NAME_LONGEST]);
  expect(numbersIn(words.passcode.rules)).toEqual([PASSCODE_SHORTEST, PASSCODE_LONGEST]);
  expect(numbersIn(words.errors.ERR_PASSCODE_LENGTH.next)).toEqual([PASSCODE_SHORTEST, PASSCODE_LONGEST]);
});
