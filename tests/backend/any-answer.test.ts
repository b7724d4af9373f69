// Whatever Solaris answers, nothing is claimed that the answer does not bear.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../long-form.ts";
import { faultOf } from "./answer-judge.ts";
import { type AskedFor, asks, changesPin, isList } from "./answer-oracle.ts";
import { anyPages, type SaidOfDevice, sayPages, whatIsSaid } from "./any-device-list.ts";
import { anySaid, inWords } from "./any-said.ts";
import { path } from "./backend.ts";
import { deviceOfPerson, listed, listOf } from "./strict-solaris.ts";
import { askFor, removal, setUpStrict, signedChange } from "./strict-steps.ts";

/** These are read as that to create_device, but for what the tests of letters and of consents have. */
const readAsAnother: readonly AskedFor[] = ["create_activation", "create_consent", "change_consent"];

describe.each(asks.filter((asked) => !isList(asked)))("any answer to %s", (asked) => {
  it("is taken for no more than it bears", async () => {
    const world = await setUpStrict();
    await fc.assert(
      fc.asyncProperty(anySaid(asked), async (said) => {
        const fault = faultOf(asked, said, await askFor(world, asked, said));
        expect(fault === undefined ? "" : `${inWords(said)}: ${fault}`).toBe("");
      }),
      { numRuns: changesPin(asked) ? runs(80, 2000) : runs(readAsAnother.includes(asked) ? 10 : 40, 800) },
    );
  });
});

describe("any list of devices", () => {
  const sayings: Record<string, SaidOfDevice> = {
    "yes, yes, sent 1": "there",
    "ERR_NOT_FOUND, ERR_DEVICE_REFUSED, sent 0": "absent",
    "ERR_SOLARIS_UNAVAILABLE, ERR_SOLARIS_UNAVAILABLE, sent 0": "open",
  };

  it("says that a device is not there only where it was read whole and has it not", async () => {
    const world = await setUpStrict();
    await fc.assert(
      fc.asyncProperty(anyPages, async (pages) => {
        world.solaris.answerWell();
        world.solaris.answer("list_devices", sayPages(pages));
        const answers = [await world.ada("GET", path.device(deviceOfPerson)), await signedChange(world).send()];
        const codes = answers.map(({ status, json }) => (status === 200 ? "yes" : json.code));
        const saying = `${codes.join(", ")}, sent ${world.solaris.arrivals("pin_update")}`;
        const isBorne = whatIsSaid(pages, deviceOfPerson).includes(sayings[saying] as SaidOfDevice);
        expect(isBorne ? "" : `${pages.map(inWords).join("\n")}\n${saying}`).toBe("");
      }),
      { numRuns: runs(100, 2500) },
    );
  });

  it("says that a device is removed only where it was read whole afterwards and has it no more", async () => {
    const world = await setUpStrict();
    const { solaris } = world;
    await fc.assert(
      fc.asyncProperty(anySaid("delete_device"), anyPages, async (said, pages) => {
        solaris.answerWell();
        solaris.answer("delete_device", said);
        const before = listOf([listed(deviceOfPerson)]);
        const isAsked = () => solaris.arrivals("delete_device") > 0;
        solaris.answer("list_devices", (arrival) => sayPages(isAsked() ? pages : [before])(arrival));
        const { status } = await removal(world);
        expect(isAsked()).toBe(true);
        const isBorne = status !== 204 || whatIsSaid(pages, deviceOfPerson).includes("absent");
        expect(isBorne ? "" : `${inWords(said)}\n${pages.map(inWords).join("\n")}\nremoved`).toBe("");
      }),
      { numRuns: runs(100, 2000) },
    );
  });
});
