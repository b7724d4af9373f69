/** In UTF-16 code units; well below the limit (rules/device-name.ts), so the cardholder can add to it. */
const LONGEST = 40;

/** Host names that are not names. Only addresses contain a colon (RFC 4291 §2.2, RFC 952). */
const noName = /:|^\d{1,3}(?:\.\d{1,3}){3}$|^\(none\)$|^(?:ip6-)?(?:localhost|loopback)\d*(?:\.|$)/i;

/**
 * Suggests a name for this computer: the first label of its host name, in any script (NFC). Null if that is an address,
 * `localhost`, or without letters.
 * @param hostName what the system calls this computer
 */
export function suggestName(hostName: string): string | null {
  const visible = hostName
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Z}]+/gu, " ")
    .replace(/\p{C}/gu, "")
    .trim();
  const name = cut(visible.split(".")[0]?.trim() ?? "");
  return noName.test(visible) || !/\p{L}/u.test(name) ? null : name;
}

/** Cuts between grapheme clusters: a letter keeps its marks, an emoji its parts. */
function cut(text: string): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > LONGEST) break;
    kept += segment;
  }
  return kept.trim();
}
