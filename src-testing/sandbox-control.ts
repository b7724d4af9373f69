/** A one-time code that the sandbox "sent". */
export interface SentCode {
  readonly person_name: string;
  readonly purpose: "device_binding" | "pin_change";
  /** With `device_binding`. */
  readonly device_id?: string;
  /** With `pin_change`. */
  readonly change_request_id?: string;
  readonly code: string;
  readonly expires_at: string;
}

/** A letter with the code that binds a computer, where no text message can be sent. */
export interface SentLetter {
  readonly person_name: string;
  readonly arrives_at: string;
  /** Null while it is on its way. */
  readonly code: string | null;
  /** Whether its code still counts. */
  readonly counts: boolean;
  readonly expires_at: string;
}

/** A device as Solaris knows it, bound or not. */
export interface SandboxDevice {
  readonly id: string;
  readonly person_name: string;
  readonly name: string;
  readonly verified: boolean;
  readonly deleted: boolean;
  readonly key_purposes: readonly string[];
}

/** A consent to device data as Solaris knows it. */
export interface SandboxConsent {
  readonly id: string;
  readonly person_name: string;
  readonly event_type: "APPROVED" | "REJECTED";
  readonly confirmed_at: string;
}

/** A device that a test knows already. */
interface KnownDevice {
  readonly id?: string;
  readonly keys?: readonly { readonly purpose: string; readonly key: string }[];
}

export interface Fault {
  readonly operation: string;
  readonly kind: "delay" | "drop_before" | "drop_after" | "hold" | "hold_after" | "status" | "answer" | "rotate_key";
  readonly times?: number;
  readonly delay_ms?: number;
  readonly status?: number;
  readonly shape?: "A" | "B" | "C" | "nested" | "html" | "empty";
  readonly code?: string;
  readonly field?: string;
  /** With `answer`: what is said in Solaris' place, and whether it was done by then. */
  readonly content_type?: string | null;
  readonly body?: string;
  readonly is_done?: boolean;
}

export type SandboxControl = ReturnType<typeof controlSandbox>;

/** The sandbox's test controls, as functions. @param url where the sandbox listens */
export function controlSandbox(url: string) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`sandbox ${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  };
  return {
    /** The codes that were sent, the oldest first. */
    inbox: async () => (await call<{ messages: SentCode[] }>("GET", "/inbox")).messages,
    /** The newest code that was sent. @throws Error if none was */
    lastCode: async () => {
      const newest = (await call<{ messages: SentCode[] }>("GET", "/inbox")).messages.at(-1);
      if (newest === undefined) throw new Error("no code was sent");
      return newest.code;
    },
    /** The letters with a code that were sent, the newest first. `settings({ letter_seconds })`: how long they are on their way. */
    letters: async () => (await call<{ letters: SentLetter[] }>("GET", "/letters")).letters,
    /** The code of the newest letter. @throws Error if none was sent, or it is on its way */
    lastLetterCode: async () => {
      const code = (await call<{ letters: SentLetter[] }>("GET", "/letters")).letters[0]?.code ?? null;
      if (code === null) throw new Error("no letter has come");
      return code;
    },
    /** Another reading of the documents, a fixed code … (`src-sandbox/sandbox-settings.ts`). */
    settings: (change: Record<string, unknown>) => call("PUT", "/settings", change),
    /** Moves Solaris' clock alone. */
    advanceClock: (seconds: number) => call("POST", "/clock", { advance_seconds: seconds }),
    /** As if the device had been removed elsewhere, which the app says at the next sign-in. */
    forgetDevice: (deviceId: string) => call("POST", `/devices/${deviceId}/forget`),
    /** Everybody's devices, with `person_name`, pending and removed ones too. */
    devices: async () => (await call<{ devices: SandboxDevice[] }>("GET", "/devices")).devices,
    /** Binds another device for a person; it cannot sign, unless its public keys are given. */
    addDevice: (personName: string, name: string, known: KnownDevice = {}) =>
      call<SandboxDevice>("POST", "/devices", { person_name: personName, name, ...known }),
    /** A device's public keys, as `addDevice` takes them. */
    deviceKeys: async (deviceId: string) =>
      (await call<{ keys: { purpose: string; key: string }[] }>("GET", `/devices/${deviceId}/keys`)).keys,
    /** What each person last said of device data, in the order in which they first said something. */
    deviceConsents: async () => (await call<{ consents: SandboxConsent[] }>("GET", "/device-consents")).consents,
    /** Null: the person has none. */
    setMobileNumber: async (personName: string, mobileNumber: string | null) => {
      const customers = await call<{ name: string; person_id: string }[]>("GET", "/customers");
      const id = customers.find(({ name }) => name === personName)?.person_id;
      return call("PUT", `/people/${id}`, { mobile_number: mobileNumber });
    },
    /** E.g. `BLOCKED`. */
    setCardStatus: (cardId: string, status: string) => call("PUT", `/cards/${cardId}`, { status }),
    /** Whether a card has this PIN, and how often it was changed. */
    hasPin: (cardId: string, pin: string) =>
      call<{ matches: boolean | null; changes: number }>("POST", "/pin-check", { card_id: cardId, pin }),
    /** Prepares a fault for the next request, or more of them. */
    addFault: (fault: Fault) => call<{ id: string }>("POST", "/faults", fault),
    /** Waits until a fault has struck. */
    reached: (fault: { id: string }) => call("GET", `/faults/${fault.id}/reached`),
    /** Lets go on what a fault holds. */
    release: (fault: { id: string }) => call("POST", `/faults/${fault.id}/release`),
    /** Takes back every fault. */
    clearFaults: () => call("DELETE", "/faults"),
    /** The faults that were set up, and how often each has struck. */
    faults: async () => (await call<{ faults: { id: string; hits: number }[] }>("GET", "/faults")).faults,
    /** How often an operation's request has arrived, dropped ones included. */
    arrivals: async (operation: string) => {
      const { requests } = await call<{ requests: { operation: string }[] }>("GET", "/requests");
      return requests.filter((request) => request.operation === operation).length;
    },
  };
}
