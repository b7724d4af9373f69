// Attacker: whoever fills in a name behind the backend. Way: a whole card number, or marks that are not seen, in a text
// that is shown. Impact: a card number on the screen and in screenshots; a name that reads otherwise than it is.
// docs/threat-model.md#texts-of-others, #card-numbers-masked
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { isPresentableId, presentable, presentableCardNumber } from "../../src-main/backend/presentable-text.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { createDemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { speakCatalogue } from "../../src-renderer/words/messages.ts";
import { cpuMs } from "../cpu-time.ts";
import { runs } from "../long-form.ts";
import { json, type OneServer, startOneServer } from "../unit/backend/one-server.ts";
import { createDoor } from "./fake-handlers.ts";
import { catchOutput } from "./quiet-stderr.ts";

catchOutput();
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u;
const pan = "4532120000001234"; // passes ISO/IEC 7812-1's check digit or not: it is a card's number all the same

/** ISO/IEC 7812-1, annex B, on its own. */
function passesCheckDigit(run: string): boolean {
  const digits = [...run.replace(/\D/g, "")].reverse().map(Number);
  const sum = digits.reduce(
    (all, digit, at) => all + (at % 2 === 0 ? digit : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0)),
    0,
  );
  return sum % 10 === 0;
}

describe("a text that is shown", () => {
  it.each<[string, string, string]>([
    ["NUL", "Ada\0Single", "Ada Single"],
    ["an override of direction", "phone \u202e4321 gnidne\u202c", "phone 4321 gnidne"],
    ["isolates", "\u2066a\u2067b\u2068c\u2069", "abc"],
    ["marks of direction", "\u200ea\u200fb\u061cc", "abc"],
    ["zero-width characters", "A\u200bd\u200ca\u200d\u2060\ufeff", "Ada"],
    ["soft hyphens, fillers and tags", "A\u00add\u3164a\u{e0041}\u2800", "Ada"],
    ["a variation selector", "A\ufe0f\u{e0100}", "A"],
    ["lines", "Ada\r\nSingle\u2028and\u2029more\u0085end", "Ada Single and more end"],
    ["an escape sequence", "\u001b[31mred\u009b0m", "[31mred 0m"],
    ["odd spaces", "\u3000Ada\u00a0\u2003Single\t", "Ada Single"],
    ["half a character", "Ada \ud83d", "Ada \ufffd"],
    ["a heap of marks", `Z${"\u0336\u0337".repeat(50)}`, "Z\u0336\u0337\u0336\u0337"],
    ["letters apart from their marks", "Mu\u0308ller", "Müller"],
    ["Hebrew", "המחשב של דנה", "המחשב של דנה"],
    ["Arabic", "حاسوب ليلى", "حاسوب ليلى"],
    ["Chinese", "小明的电脑", "小明的电脑"],
    ["a picture", "📱 Old phone", "📱 Old phone"],
    ["few digits", "Galaxy S21 2026-11-26", "Galaxy S21 2026-11-26"],
    ["a telephone number", "+49 151 234567", "+49 151 234567"],
    ["a card's number", pan, "****1234"],
    ["a card's number in a sentence", `Card ${pan}, 01/31`, "Card ****1234, 01/31"],
    ["in groups", "4532 1200 0000 1234", "****1234"],
    ["with hyphens", "4532-1200-0000-1234", "****1234"],
    ["with other dashes and spaces", "4532\u20131200\u00a00000\u20111234", "****1234"],
    ["with what is not seen in between", "4532\u200b1200\u20660000\x001234", "****1234"],
    ["of 13 digits", "4222222222222", "****2222"],
    ["parted by slashes", "4111/1111/1111/1111", "****1111"],
    ["parted by low lines", "my_4111_1111_1111_1111", "my_****1111"],
    ["parted by dots on the line", "4111.1111.1111.1111", "****1111"],
    ["parted by dots in the middle", "4111·1111·1111·1111", "****1111"],
    ["parted by commas, and with its end behind it", "4111, 1111, 1111, 1111 | 01/31", "****0131"],
    ["joined to letters", "Card4111111111111111", "Card****1111"],
    ["joined to letters and to its end", "Card41111111111111110131", "Card****0131"],
    ["in raised digits", "⁴¹¹¹¹¹¹¹¹¹¹¹¹¹¹¹", "****¹¹¹¹"],
    ["in circled digits", "④①①① ①①①① ①①①① ①①①①", "****①①①①"],
    ["in Devanagari's digits, parted by slashes", "४१११/११११/११११/११११", "****११११"],
    ["with a digit of another script behind it", "4111/1111/1111/1111꯰", "****111꯰"],
    ["in keys", `4\ufe0f\u20e3${"1\ufe0f\u20e3".repeat(15)}`, "****1111\u20e3"],
    ["no card's number: 12 digits", "Laptop 123456789012", "Laptop 123456789012"],
    ["no card's number: an IBAN", "DE89370400440532013000", "DE89370400440532013000"],
    ["no card's number: an IBAN in print", "IBAN DE89 3704 0044 0532 0130 00.", "IBAN DE89 3704 0044 0532 0130 00."],
    ["no card's number: an IBAN with letters", "GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"],
    ["an IBAN with a wrong check digit, as a card's number", "4111 1111 1111 1111 DE88", "****1111 DE88"],
    ["no card's number: a serial number", "SN1234567890123456", "SN1234567890123456"],
    ["no card's number: a time", "Laptop 2026-11-26 12:00:01", "Laptop 2026-11-26 12:00:01"],
    ["Persian, where a joiner spells", "علی\u200cرضا", "علی\u200cرضا"],
    ["Arabic letters with joiners at their edge", "\u200cعلی\u200c \u200cA\u200c", "علی A"],
    ["Sinhala, where a joiner spells", "ශ්\u200dරී", "ශ්\u200dරී"],
    ["pictures that are one", "👩🏽\u200d💻 👨\u200d👩\u200d👧", "👩🏽\u200d💻 👨\u200d👩\u200d👧"],
    ["a joiner next to one picture", "👩\u200dA\u200d👩\u200d", "👩A👩"],
    ["of 19 digits", "6304000000000000018", "****0018"],
    ["with more digits behind it", `${pan} 12 31`, "****1231"],
    ["in full-width digits", "４５３２１２００００００１２３４", "****１２３４"],
    ["in Arabic digits", "٤٥٣٢١٢٠٠٠٠٠٠١٢٣٤", "****١٢٣٤"],
  ])("is without what misleads: %s", (_name, text, shown) => {
    expect(presentable(text, 200)).toBe(shown);
  });

  it("is no longer than there is room for, in whole characters", () => {
    expect(presentable("📱".repeat(100), 5)).toBe("📱📱📱📱…");
    expect(presentable("abcd efgh", 6)).toBe("abcd…");
    expect(presentable("abcdef", 6)).toBe("abcdef");
  });

  it("has nothing unseen in it, no line's end and no card's number, whatever came; and said twice it is the same", () => {
    // A joiner may stand where it spells something: in a word, or between pictures.
    const betweenVisible =
      /(?<=\p{L}\p{M}*|\p{Extended_Pictographic}|\p{Emoji_Modifier})[\u200c\u200d](?=\p{L}|\p{Extended_Pictographic})/gu;
    const bits = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\u202e",
        "\u2066",
        "\0",
        "\u200b",
        "\u0301",
        "\ud800",
        "\udfff",
        " ",
        "-",
        "\u2028",
        "ا",
        "é",
        "📱",
        "/",
        "_",
      ),
      fc.constantFrom("\u200c", "\u200d", "4111/1111/1111/1111", "x5555555555554444", "4222222222222"),
      fc.stringMatching(/^[0-9 -]{1,24}$/),
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), fc.integer({ min: 1, max: 80 }), (parts, longest) => {
        const shown = presentable(parts.join(""), longest);
        expect(shown.replace(betweenVisible, "")).not.toMatch(unseen);
        const inARow = shown.match(/\d(?:[^\p{L}\p{N}]{0,3}\d){12,}/gu) ?? [];
        const long = inARow.filter((run) => run.replace(/\D/g, "").length <= 19);
        expect(long.filter(passesCheckDigit)).toEqual([]);
        expect([...shown].length).toBeLessThanOrEqual(longest);
        expect(presentable(shown, longest)).toBe(shown);
      }),
      { numRuns: runs(2000, 20_000) },
    );
  });

  it("takes no time to speak of, however long it was", () => {
    const texts = ["1 ".repeat(32_000), "12345678901x".repeat(5000), "\u0301".repeat(64_000), "\u202e".repeat(64_000)];
    expect(
      cpuMs(() => {
        for (const text of texts) presentable(text, 64);
      }),
    ).toBeLessThan(2000);
  });
});

describe("a card's number", () => {
  it.each([
    ["453212******1234", "453212******1234"],
    ["**** **** **** 1234", "**** **** **** 1234"],
    ["XXXXXXXXXXXX1234", "XXXXXXXXXXXX1234"],
    [pan, "************1234"],
    ["4532 1200 0000 1234", "************1234"],
    ["4532-1200-0000-12*4", "************0124"],
    ["45321200***1234", "************1234"],
    ["٤٥٣٢١٢٠٠٠٠٠٠١٢٣٤", ""],
    ["call 0800 1234", ""],
    ["\u202e1234******212354", "1234******212354"],
    ["", ""],
    ["4".repeat(40), ""],
    ["4111111111******", "************1111"],
    ["**** **** 0012 1111", "************1111"],
    ["4111111111", "************1111"],
    ["●●●● ●●●● ●●●● 1234", "●●●● ●●●● ●●●● 1234"],
    ["453212∗∗∗∗∗∗1234", "453212∗∗∗∗∗∗1234"],
    ["····1234", "····1234"],
    ["4111·1111·1111·1111", "************1111"],
    ["4111/1111/1111/1111", "************1111"],
    ["4111_1111_1111_1111", "************1111"],
  ])("that comes as %j is shown as %j", (said, shown) => {
    expect(presentableCardNumber(said)).toBe(shown);
  });
});

describe("an id for support", () => {
  it.each([
    ["4111111111111111", false],
    ["4111-1111-1111-1111", false],
    ["4111111111111112", true],
    ["7111111111111116", true], // has the check digit, but no card begins so
    ["411111111116", true], // has the check digit, but no card is so short
    ["11111111-2222-3333-4444-555555555555", true],
    ["84b61fb9bf21ex", true],
  ])("%s is shown whole or not at all: %s", (id, isShown) => {
    expect(isPresentableId(id)).toBe(isShown);
  });
});

describe("what the backend says", () => {
  let server: OneServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const connect = async (answer: unknown, status = 200) => {
    server = await startOneServer(json(answer, status));
    const { origin } = server;
    const clock = createServerClock();
    return { timeoutMs: 5000, fetch, fetchOnce: fetch, origin, clock, credentials: () => null, onSignedOut: () => {} };
  };
  const hostile = `\0${pan}\u202e`;

  it("of cards is shown without what misleads", async () => {
    const fields = { status: hostile, type: hostile, masked_pan: hostile, name_on_card: hostile, expires: hostile };
    const backend = createBackendClient(await connect({ cards: [{ id: "a-card", ...fields }] }));
    const shown = { status: "****1234", type: "****1234", masked_pan: "************1234", name_on_card: "****1234" };
    expect((await backend.listCards()).cards).toEqual([{ id: "a-card", ...shown, expires: "****1234" }]);
  });

  it("of devices is shown without what misleads", async () => {
    const backend = createBackendClient(await connect({ devices: [{ id: "a", name: hostile, created_at: null }] }));
    expect((await backend.listDevices()).devices).toEqual([{ id: "a", name: "****1234", created_at: null }]);
  });

  it("of the customer is shown without what misleads", async () => {
    const customer = { customer_id: "customer-0000000001", name: `Ada ${hostile}` };
    const demo = createDemoSignIn(await connect({ token: "t".repeat(40), customer }));
    expect((await demo.signIn("Ada")).customer.name).toBe("Ada ****1234");
  });

  it("in a problem is an id at most", async () => {
    const problem = { type: "/problems/ERR_REFUSED", status: 422, title: hostile, detail: hostile };
    const backend = createBackendClient(
      await connect({ ...problem, solaris_error_id: "4111111111111111, 411111111116" }, 422),
    );
    await expect(backend.listCards()).rejects.toMatchObject({ details: { supportId: "411111111116" } });
  });
});

it("what the window calls this computer goes to the bank without what misleads", async () => {
  const { knock, called } = createDoor();
  await knock("requestCode", ["My\u202e computer\u200b"]);
  expect(called).toEqual([{ method: "requestCode", args: ["My computer"] }]);
  expect(await knock("requestCode", ["\u200b\u200b"])).toMatchObject({ code: "ERR_BAD_ARGUMENT" });
});

it("a name that is written from right to left turns no sentence around, and others stand as they are", () => {
  const say = speakCatalogue<{ remove: "Remove {name}?" }>({ remove: "Remove {name}?" }, "en");
  expect(say.remove({ name: "Old phone" })).toBe("Remove Old phone?");
  expect(say.remove({ name: "המחשב 7" })).toBe("Remove \u2068המחשב 7\u2069?");
});
