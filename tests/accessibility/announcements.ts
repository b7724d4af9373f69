import type { Page } from "playwright";

/** What the window has a screen reader told by itself, without a move of the focus. */
export interface Announcement {
  readonly text: string;
  /** How it could be read out otherwise than once and in order; empty if it cannot. */
  readonly faults: readonly string[];
}

const recorded = new WeakSet<Page>();

/** Notes from the next load on what the live regions of a page tell. */
export async function recordAnnouncements(page: Page): Promise<void> {
  if (recorded.has(page)) return;
  recorded.add(page);
  await page.addInitScript(watchLiveRegions);
}

/** What has been told since the page was loaded. */
export function readAnnouncements(page: Page): Promise<Announcement[]> {
  return page.evaluate(() => (window as unknown as { announced: Announcement[] }).announced);
}

/** A support code or an id: read by whoever wants it, and told to nobody. */
const reference = /ERR_|[0-9a-f]{16}/;

/** What is wrong with what a scene has told. */
export async function findAnnouncementFaults(page: Page): Promise<string[]> {
  const told = await readAnnouncements(page);
  const texts = told.map(({ text }) => text);
  return [
    ...told.flatMap(({ text, faults }) => faults.map((fault) => `${fault}: ${text}`)),
    ...texts.filter((text) => reference.test(text)).map((text) => `names a reference: ${text}`),
    ...texts.filter((text, at) => texts.indexOf(text) < at).map((text) => `told twice: ${text}`),
  ];
}

/**
 * Runs in the page. A live region tells what text it gets (ARIA 1.2, aria-relevant); removed text is not told. Orca hears of
 * several blocks at once in any order, and of a `strong` apart from its paragraph (tests/voice/README.md).
 */
function watchLiveRegions(): void {
  const live = "[role=alert], [role=status], [aria-live=polite], [aria-live=assertive]";
  const announced: Announcement[] = [];
  (window as unknown as { announced: Announcement[] }).announced = announced;
  const textOf = (node: Node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();
  const regionsIn = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const own = element?.closest(live) ?? null;
    return own === null ? [...(element?.querySelectorAll(live) ?? [])] : [own];
  };
  const faultsOf = (region: Element) => {
    const blocks = [region, ...region.querySelectorAll("p, li, h2, h3, dd")].filter((block) =>
      [...block.childNodes].some((node) => node instanceof Text && textOf(node) !== ""),
    );
    return [
      ...(blocks.length > 1 ? ["several texts in one region"] : []),
      ...(region.querySelector("strong") === null ? [] : ["a strong element"]),
    ];
  };
  new MutationObserver((changes) => {
    const regions = new Set<Element>();
    for (const { type, target, addedNodes } of changes) {
      const nodes = type === "characterData" ? [target] : addedNodes;
      for (const node of nodes) for (const region of regionsIn(node)) regions.add(region);
    }
    for (const region of regions) {
      const text = textOf(region);
      if (region.isConnected && text !== "") announced.push({ text, faults: faultsOf(region) });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
