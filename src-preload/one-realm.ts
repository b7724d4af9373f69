import { webFrame } from "electron";

/** An element, a document and what makes one of the other: this zone has no types of the DOM. */
interface Page {
  readonly Document: {
    readonly prototype: Record<"createElement" | "createElementNS", (...args: unknown[]) => object>;
  };
  readonly Element: { readonly prototype: object };
  readonly CustomElementRegistry: { readonly prototype: Record<"define", (...args: unknown[]) => void> };
  readonly DOMImplementation: { readonly prototype: object };
}

/**
 * Takes from the page, before any script of its own, what would let it talk past its policy, and the ways to a second
 * realm, in which all of that would be found again. WebRTC is the reason: it looks up any host name that a script gives it
 * as a candidate of the other side, and so tells it to whoever answers for names; no policy of Chromium's forbids that.
 * The page itself uses none of this.
 */
export function keepOneRealm(): void {
  // Runs at once, in the page's world: the function's own text, so it may use nothing but what is in it.
  void webFrame.executeJavaScript(`(${takeAway})()`);
}

function takeAway(): void {
  const taken = /^(webkit)?RTC|^WebTransport|^XSLTProcessor$|^documentPictureInPicture$/;
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (taken.test(name)) Reflect.deleteProperty(globalThis, name);
  }
  const page = globalThis as unknown as Page;
  Reflect.deleteProperty(page.DOMImplementation.prototype, "createDocument"); // whose root could be one
  // What is used later is kept here: a script may have replaced it by then.
  const { apply } = Reflect;
  const localName = Object.getOwnPropertyDescriptor(page.Element.prototype, "localName")?.get;
  const { prototype: registry } = page.CustomElementRegistry;
  const { define } = registry;
  registry.define = function (this: unknown, name: unknown, made: unknown) {
    apply(define, this, [name, made]); // the options, which are left out, could make it a frame with more to it
  };
  const { prototype } = page.Document;
  for (const method of ["createElement", "createElementNS"] as const) {
    const create = prototype[method];
    prototype[method] = function (this: unknown, ...args: unknown[]) {
      const element = apply(create, this, args);
      switch (localName && apply(localName, element, [])) {
        case "iframe":
        case "frame":
        case "fencedframe":
        case "object":
        case "embed":
          throw new TypeError("This page has no frames.");
        default:
          return element;
      }
    };
  }
}
