/** In UTF-16 code units, well below what a name may have (rules/device-name.ts), so that the cardholder can add to it. */
const LONGEST = 40;

/** What a host name can be that is no name. A colon is in addresses only (RFC 4291 §2.2, RFC 952). */
const noName = /:|^\d{1,3}(?:\.\d{1,3}){3}$|^\(none\)$|^(?:ip6-)?(?:localhost|loopback)\d*(?:\.|$)/i;

/**
 * What this computer could be called: the first label of its host name, letters of all scripts as they are (NFC). Null
 * where that is no name: an address, `localhost`, or nothing with a letter in it.
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

/** Between characters as people see them: a letter keeps its marks, an emoji its parts. */
function cut(text: string): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > LONGEST) break;
    kept += segment;
  }
  return kept.trim();
}
