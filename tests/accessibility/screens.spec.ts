import type { SpokenLanguage } from "../../src-renderer/words/words.ts";
import { rare, runs } from "../long-form.ts";
import { representativeScenes } from "../screens/representative-scenes.ts";
import { allScenes } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";
import { findAnnouncementFaults, recordAnnouncements } from "./announcements.ts";
import { findAxeViolations } from "./axe.ts";
import { findClipped } from "./reflow.ts";
import { findSmallTargets } from "./target-sizes.ts";

/** WCAG 2.2, 1.4.10: a window of 1280 px at 400 %. */
const NARROW = 320;

/** Text of twice the size has twice the room: all is sized in rem. */
const rooms = {
  "small window": { width: NARROW, size: "normal" },
  "large text": { width: 2 * NARROW, size: "large-text" },
} as const;

/**
 * A screen that only says in addition what failed, what it waits for or what is missing: notices and waits are components of
 * their own, and these have each of them. The others' are left to the long form.
 */
const standForVariants = [
  "sign-in-failed",
  "code-failed",
  "code-incomplete",
  "cards-failed",
  "cards-loading",
  "name-waits",
];

/** States that have the same elements as another one, which is looked at, and only other words in them: left to the long form, too. */
const otherWordsAlone = [
  "sign-in-locked-screen", // sign-in-locked
  "code-ending", // code
  "code-over", // code-expired
  "set-token-pin-wrong", // set-token-pin-complaint
  "consent-must", // consent
  "consent-required-no-way", // consent-required-change
  "settings-consent-refused", // settings-consent-open
  "settings-blank-start", // settings
  "keychain-silent", // keychain-locked
  "no-marker", // keychain-unreadable
  "other-device", // keychain-unreadable
  "removed", // erased
  "devices-removed-untold", // devices-removed-none
  "tan-ending", // tan
  "new-pin-token-locked", // new-pin-token-missing
  "new-pin-token-empty", // new-pin-token-missing
  "new-pin-token-other", // new-pin-token-missing
];

/**
 * Each scene plays in the words of a long language, in longer ones, and from right to left; English is shorter. A theme can
 * break only what rules about colours are about. The direction changes none of what axe looks at but by a component's own
 * doing, so that one scene for each component is enough, without those rules. In the short form, so it is for themes, for the
 * further words and for large text: each state is looked at in the light theme and in the long language, in the small window.
 */
for (const scene of allScenes) {
  const isRepresentative = representativeScenes.includes(scene.name);
  const isVariant =
    otherWordsAlone.includes(scene.name) ||
    (!standForVariants.includes(scene.name) && /-(failed|waits|busy|loading|incomplete)$/.test(scene.name));
  const hasEveryLook = runs(isRepresentative, true);
  test(scene.name, isVariant && !isRepresentative ? rare : {}, async ({ scripted }, { annotations }) => {
    const { page } = scripted;
    const found: string[] = [];
    const note = (where: string, violations: readonly string[]) =>
      found.push(...violations.map((violation) => `${where}: ${violation}`));
    const hasRoom = async (room: keyof typeof rooms, language: SpokenLanguage) => {
      const { width, size } = rooms[room];
      await scripted.wear({ theme: "light", size });
      await scripted.resize(width); // second: digits that are shown are drawn anew when the window's size changes
      note(`${room}, ${language}`, await findClipped(page));
    };

    // From one look to the next as little changes as can.
    await recordAnnouncements(page);
    await scripted.play(scene, "de");
    note("announced", await findAnnouncementFaults(page));
    note("light", await findAxeViolations(page));
    note("target", await findSmallTargets(page));
    note("empty", await page.locator("main :is(dl, ul, ol):empty").evaluateAll((lists) => lists.map(String)));
    for (const theme of hasEveryLook ? (["dark", "forced"] as const) : []) {
      await scripted.wear({ theme, size: "normal" });
      note(theme, await findAxeViolations(page, "colours"));
    }
    await hasRoom("small window", "de");
    if (hasEveryLook) await hasRoom("large text", "de");

    if (hasEveryLook) {
      await scripted.play(scene, "en-XA");
      await hasRoom("large text", "en-XA");
      await hasRoom("small window", "en-XA");

      await scripted.play(scene, "ar-XB");
      if (isRepresentative) note("from right to left", await findAxeViolations(page, "all but colours"));
      await hasRoom("small window", "ar-XB");
      await hasRoom("large text", "ar-XB");
    }

    // For the tally of `npm run test:a11y`.
    for (const description of found) annotations.push({ type: "violation", description });
    expect(found).toEqual([]);
  });
}
