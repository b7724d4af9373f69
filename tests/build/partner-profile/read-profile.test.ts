import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { defaultColours } from "../../../build/partner-profile/palette.ts";
import { signInOfRelease } from "../../../build/partner-profile/sign-in-of-release.ts";
import { fromToday, root, rootKeys } from "../../unit/updates/release-kit.ts";
import { faultsOf, writeProfiles } from "./written-profiles.ts";

const { folder, fileOf, read } = writeProfiles();

describe("a profile", () => {
  it("needs a name and a backend; all else has a default", () => {
    expect(read({})).toEqual({
      backendOrigin: "https://cards.partner.example",
      backendPins: [],
      callTimeoutMs: 10_000,
      colours: defaultColours,
      logo: undefined,
      identity: { productName: "Cardbound", hasLogo: false, support: {}, privacyNotice: {}, texts: {} },
      policy: { weakPins: "warn", reveal: true, keypad: true, birthDateCheck: true },
      signIn: null,
      package: null,
      deviceData: null,
      tokenModules: {},
      updates: null,
    });
  });

  describe("of how its package is called", () => {
    const named = { name: "fjord-card-desk", id: "example.fjord.carddesk", maintainer: "Fjord <cards@fjord.example>" };

    it("needs a name, an id and a maintainer; the icons are the project's", () => {
      expect(read({ package: named }).package).toEqual({ ...named, icons: undefined });
    });

    it.each([
      [{ name: "Fjord Desk" }, "package.name is not a name for packages"],
      [{ name: "-fjord" }, "package.name is not a name for packages"],
      [{ id: "fjord" }, "package.id is not an id"],
      [{ id: "example.fjord.card-desk" }, "package.id is not an id"],
      [{ maintainer: "Fjord" }, "package.maintainer is not a maintainer"],
      [{ maintainer: "A\nDepends: x <a@fjord.example>" }, "package.maintainer is not a maintainer"],
      [{ icons: "../icons" }, "package.icons is not the name of a folder"],
      [{ icons: "nowhere" }, "package.icons: icon.ico is not there"],
    ])("with %j is refused", (changed, fault) => {
      const faults = faultsOf(() => read({ package: { ...named, ...changed } }));
      expect(faults[0]).toContain(fault);
    });

    it("lets the product have no name that cannot be a file's", () => {
      const faults = faultsOf(() => read({ product_name: "Fjord/Cards", package: named }));
      expect(faults).toEqual([expect.stringContaining("product_name becomes the name of files")]);
    });
  });

  describe("of the vendor's script for device data", () => {
    const scripts = (...names: string[]) => {
      mkdirSync(path.join(folder, "vendor"), { recursive: true });
      for (const name of names) writeFileSync(path.join(folder, "vendor", name), `// ${name}`);
    };
    afterEach(() => rmSync(path.join(folder, "vendor"), { recursive: true, force: true }));

    it("takes the scripts of a folder, and nothing else of it", () => {
      scripts("collect.js", "agent.umd.js", "LICENSE", ".hidden.js", "agent.d.ts");
      expect(read({ device_data: { folder: "vendor", domains: ["vendor.example"] } }).deviceData).toEqual({
        scripts: ["agent.umd.js", "collect.js"].map((name) => ({ name, source: `// ${name}` })),
        domains: ["vendor.example"],
      });
    });

    it("takes the text for who is asked for the consent, in paragraphs", () => {
      scripts("collect.js");
      const written = { folder: "vendor", domains: [], consent: { en: " By Vendor.\n\nTo recognise you. " } };
      expect(read({ device_data: written }).identity.deviceConsent).toEqual({ en: "By Vendor.\n\nTo recognise you." });
      expect(read({ device_data: { folder: "vendor", domains: [] } }).identity).not.toHaveProperty("deviceConsent");
    });

    it.each<[object, string]>([
      [{ consent: { en: " " } }, "device_data.consent.en is empty"],
      [{ folder: "nowhere" }, "device_data.folder: nowhere is not there"],
      [{ folder: "../vendor" }, "device_data.folder is not the name of a folder"],
      [{ folder: "vendor" }, "device_data.folder: vendor has no collect.js"],
      ...[
        "https://vendor.example",
        "*.vendor.example",
        "vendor",
        "127.0.0.1",
        "vendor.example:444",
        "Vendor.example",
      ].map((domain): [object, string] => [{ domains: [domain] }, "device_data.domains.0 is not a domain"]),
      [{ domains: ["vendor.example", "vendor.example"] }, "device_data.domains names one domain twice"],
    ])("with %j is refused", (changed, fault) => {
      scripts("agent.umd.js");
      const faults = faultsOf(() => read({ device_data: { folder: "vendor", domains: [], ...changed } }));
      expect(faults[0]).toContain(fault);
    });
  });

  describe("of the backend's keys", () => {
    const [one, two] = ["A", "B"].map((letter) => `sha256/${letter.repeat(43)}=`);

    it("takes two pins", () => {
      expect(read({ backend_pins: [one, two] }).backendPins).toEqual([one, two]);
    });

    it.each<[unknown, string]>([
      [[one], "backend_pins is one key, and no app could reach a backend that has lost it"],
      [[one, one], "backend_pins names one key twice"],
      [[one, "sha256/short="], "backend_pins.1 is not a pin"],
      ["sha256", "backend_pins is not a list"],
    ])("refuses %j with a sentence", (backend_pins, sentence) => {
      expect(faultsOf(() => read({ backend_pins }))).toEqual([expect.stringContaining(sentence)]);
    });
  });

  describe("of newer versions", () => {
    const address = "https://updates.partner.example/desktop";
    const rootFile = (text: string) => path.basename(fileOf(text));

    it("takes an address, and the root beside it", () => {
      const updates = read({ updates: { address, root: rootFile(root({ days: fromToday(100) })) } }).updates;
      expect(updates?.address).toBe(address);
      expect(JSON.parse(updates?.root ?? "").signed.version).toBe(1);
    });

    it.each<[string, () => string, string]>([
      ["a root that has expired", () => rootFile(root({ days: fromToday(-1) })), "has expired"],
      ["a root that one key has signed", () => rootFile(root({ by: [rootKeys[0]] })), "(not-signed)"],
      ["no root", () => rootFile("{}"), "(malformed)"],
      ["no JSON", () => rootFile("no"), "(malformed)"],
      ["no file", () => "missing.json", "is not there"],
      ["a path out of its folder", () => "../1.root.json", "updates.root is not the name of a JSON file"],
    ])("refuses %s", (_name, name, sentence) => {
      const faults = faultsOf(() => read({ updates: { address, root: name() } }));
      expect(faults).toEqual([expect.stringContaining(sentence)]);
    });

    it.each([["http://updates.partner.example"], ["https://updates.partner.example/"], ["https://a.example/?b"]])(
      "refuses the address %s",
      (wrong) => {
        const faults = faultsOf(() => read({ updates: { address: wrong, root: "1.root.json" } }));
        expect(faults).toEqual([expect.stringContaining("updates.address is not an https address")]);
      },
    );
  });

  describe("of how cardholders sign in", () => {
    const sign_in = { issuer: "https://login.partner.example/realm", client_id: "desktop" };

    it("needs an issuer and a client, and nothing else", () => {
      expect(read({ sign_in }).signIn).toEqual({
        issuer: "https://login.partner.example/realm",
        clientId: "desktop",
        scopes: ["openid"],
        audience: null,
        acrValues: [],
        maxAgeSeconds: null,
        responseMode: "query",
        otherAccountPrompt: null,
        authorizationOrigin: "https://login.partner.example",
        signOutAtProvider: false,
      });
    });

    it.each<[object, string]>([
      [{ issuer: "http://login.partner.example" }, "sign_in.issuer is not an https address"],
      [{ issuer: "http://127.0.0.1:4300" }, "sign_in.issuer is not an https address"],
      [{ issuer: "https://user@login.partner.example" }, "sign_in.issuer is not an https address"],
      [{ issuer: "https://login.partner.example/?a" }, "sign_in.issuer is not an https address"],
      [{ client_id: "" }, "sign_in.client_id is empty"],
      [{ scopes: ["cards"] }, 'sign_in.scopes is without "openid"'],
      [{ audience: "cards" }, "sign_in.audience is not an address"],
      [{ acr_values: ["two factors"] }, "sign_in.acr_values.0 is empty, too long or has spaces"],
      [{ max_age_seconds: 5 }, "sign_in.max_age_seconds is shorter than signing in takes"],
      [{ response_mode: "fragment" }, "sign_in.response_mode is not known"],
      [{ other_account_prompt: "consent" }, "sign_in.other_account_prompt is not known"],
      [{ authorization_origin: "https://login.partner.example/page" }, "sign_in.authorization_origin is not an https"],
      [{ sign_out_at_provider: "no" }, "sign_in.sign_out_at_provider is neither true nor false"],
      [{ secret: "a" }, 'sign_in has no field "secret"'],
    ])("refuses %j with a sentence", (change, sentence) => {
      expect(faultsOf(() => read({ sign_in: { ...sign_in, ...change } }))).toEqual([expect.stringContaining(sentence)]);
    });

    it("is enough for a development build if it says nothing, and not for a release", () => {
      const profile = read({});
      expect(faultsOf(() => signInOfRelease(profile, "a file"))).toEqual([
        expect.stringContaining("sign_in is missing"),
      ]);
      expect(signInOfRelease(read({ sign_in }), "a file")).toMatchObject({ clientId: "desktop" });
    });
  });

  it("says who the partner is, how it is reached and what it allows", () => {
    const support = {
      phone: "+49 (0)30 12-34",
      email: "a@b.example",
      website: "https://b.example/",
      hours: { de: "9–17" },
    };
    const policy = { weak_pins: "refuse", reveal: false, keypad: false, birth_date_check: false };
    const privacy_notice = { en: "https://a.example/privacy", de: "Absatz eins.\n\nAbsatz zwei." };
    const texts = { en: { "outcome.changed.next": "Pay once." }, de: { "pin.forCard": "Karte {card}" } };
    const profile = read({ support, policy, privacy_notice, texts, call_timeout_ms: 12_000 });
    expect(profile.identity).toEqual({
      productName: "Cardbound",
      hasLogo: false,
      support,
      privacyNotice: privacy_notice,
      texts,
    });
    expect(profile.policy).toEqual({ weakPins: "refuse", reveal: false, keypad: false, birthDateCheck: false });
    expect(profile.callTimeoutMs).toBe(12_000);
  });

  it("takes part of the policy and the colours, in any case of letters", () => {
    const profile = read({ policy: { keypad: false }, colours: { dark: { accent: "#FFAA33" } } });
    expect(profile.policy).toEqual({ weakPins: "warn", reveal: true, keypad: false, birthDateCheck: true });
    expect(profile.colours.dark).toMatchObject({ accent: "#ffaa33", surface: defaultColours.dark.surface });
  });

  it("has its logo beside it", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0H1"/></svg>';
    writeFileSync(path.join(folder, "mark.svg"), svg);
    expect(read({ logo: "mark.svg" })).toMatchObject({ logo: svg, identity: { hasLogo: true } });
  });
});
