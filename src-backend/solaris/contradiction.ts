/** How to read the keys with which an answer can contradict its success status. */
type Kind = "status" | "yes-or-no" | "result" | "error" | "errors" | "failure";

/** By name, ignoring case, dashes and spaces, so a gateway's `statusCode` and `error_message` match too. */
const verdicts: Readonly<Record<string, Kind>> = {
  status: "status",
  state: "status",
  success: "yes-or-no",
  succeeded: "yes-or-no",
  ok: "yes-or-no",
  result: "result",
  outcome: "result",
  code: "result",
  statuscode: "result",
  responsecode: "result",
  error: "error",
  errors: "errors",
  errorcode: "failure",
  errormessage: "failure",
  errordescription: "failure",
  fault: "failure",
  faultcode: "failure",
  faultstring: "failure",
  exception: "failure",
  reason: "failure",
  title: "failure",
};

/**
 * Whether anything in a JSON value contradicts a yes. `null` counts as absent, as Solaris treats it (docs/solaris-api.md
 * §11).
 * @param statuses the values of `status` that agree with a yes; "any" if `status` means something else here
 */
export function contradicts(json: unknown, statuses: readonly string[] | "any"): boolean {
  const open: unknown[] = [json];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, said] of Object.entries(value)) {
      const name = key.toLowerCase().replace(/[^a-z]/g, "");
      const kind = Object.hasOwn(verdicts, name) ? verdicts[name] : undefined;
      if (kind !== undefined && said !== null && !agrees(kind, said, statuses)) return true;
      open.push(said ?? null);
    }
  }
  return false;
}

function agrees(kind: Kind, said: unknown, statuses: readonly string[] | "any"): boolean {
  switch (kind) {
    case "status":
      return statuses === "any" || isSuccessStatus(said) || (typeof said === "string" && statuses.includes(said));
    case "yes-or-no":
      return said === true;
    case "result":
      return isSuccessStatus(said) || (typeof said === "string" && successWords.has(said));
    case "error":
      return said === false || said === "";
    case "errors":
      return Array.isArray(said) && said.length === 0;
    case "failure":
      return false;
  }
}

const successWords: ReadonlySet<string> = new Set(["ok", "OK", "success", "SUCCESS"]);

/** A 2xx status, as a number or text. */
function isSuccessStatus(said: unknown): boolean {
  return /^2\d\d$/.test(typeof said === "number" ? String(said) : typeof said === "string" ? said : "");
}
