/** The keys in which an answer can say that it is no yes, whatever its status says. */
const verdicts = new Set(["status", "success", "result", "code", "error", "errors", "error_code"]);

/**
 * Whether anything in a JSON value says something else than yes. `null` says nothing: Solaris takes it for absent
 * (solaris-api §11).
 * @param statuses the words of `status` that agree with a yes; "any" where the key is about something else
 */
export function contradicts(json: unknown, statuses: readonly string[] | "any"): boolean {
  const open: unknown[] = [json];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, said] of Object.entries(value)) {
      const name = key.toLowerCase();
      if (verdicts.has(name) && !agrees(name, said, statuses)) return true;
      open.push(said ?? null);
    }
  }
  return false;
}

function agrees(name: string, said: unknown, statuses: readonly string[] | "any"): boolean {
  if (said === null) return true;
  switch (name) {
    case "status":
      return statuses === "any" || isSuccessStatus(said) || (typeof said === "string" && statuses.includes(said));
    case "success":
      return said === true;
    case "result":
    case "code":
      return isSuccessStatus(said) || (typeof said === "string" && successWords.has(said));
    case "error":
      return said === false || said === "";
    case "errors":
      return Array.isArray(said) && said.length === 0;
    default:
      return false; // an `error_code`
  }
}

const successWords: ReadonlySet<string> = new Set(["ok", "OK", "success", "SUCCESS"]);

/** A status of class 2xx, as a number or as text. */
function isSuccessStatus(said: unknown): boolean {
  return /^2\d\d$/.test(typeof said === "number" ? String(said) : typeof said === "string" ? said : "");
}
