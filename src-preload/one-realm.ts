import { webFrame } from "electron";

/** The DOM members that are used here: this zone has no DOM types. */
interface Page {
  readonly Document: {
    readonly prototype: Record<"createElement" | "createElementNS", (...args: unknown[]) => object>;
  };
  readonly Element: { readonly prototype: object };
  readonly CharacterData: { readonly prototype: object };
  readonly DocumentFragment: { readonly prototype: object };
  readonly ShadowRoot: { readonly prototype: object };
  readonly HTMLInputElement: { readonly prototype: object };
  readonly Node: { readonly prototype: object };
  readonly Attr: { readonly prototype: object };
  readonly NamedNodeMap: { readonly prototype: object };
  readonly CustomElementRegistry: { readonly prototype: Record<"define", (...args: unknown[]) => void> };
  readonly Event: { readonly prototype: { readonly preventDefault: () => void } };
  readonly InputEvent: { readonly prototype: object };
  addEventListener(type: "beforeinput", listener: (event: object) => void, capture: boolean): void;
  readonly DOMImplementation: { readonly prototype: object };
  readonly Navigator: { readonly prototype: object };
}

/**
 * Removes, before any script of the page runs, the APIs that bypass its policy, and the ways to a second realm that would
 * have them again. The reason is WebRTC: it resolves any host name that a script names as a peer's candidate, which leaks
 * the name through DNS, and no Chromium policy forbids that. It also removes file inputs, whose dialog a script could open
 * after each press (HTML §4.10.5.1.17): no attribute may become "file", and markup that needs no trusted type, or that is
 * pasted or dropped, is refused. And it removes the number at the app's icon, which asks for no permission. The page itself
 * uses none of this.
 */
export function keepOneRealm(): void {
  // Runs at once in the page's world, as source text, so the function may use nothing from outside.
  void webFrame.executeJavaScript(`(${removeEscapes})()`);
}

function removeEscapes(): void {
  const taken = /^(webkit)?RTC|^WebTransport|^XSLTProcessor$|^documentPictureInPicture$/;
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (taken.test(name)) Reflect.deleteProperty(globalThis, name);
  }
  const page = globalThis as unknown as Page;
  Reflect.deleteProperty(page.DOMImplementation.prototype, "createDocument"); // its root could be a frame
  for (const name of ["setAppBadge", "clearAppBadge"]) Reflect.deleteProperty(page.Navigator.prototype, name);
  // Keeps the originals, because a script may replace them later.
  const { apply } = Reflect;
  const localName = Object.getOwnPropertyDescriptor(page.Element.prototype, "localName")?.get;
  const { prototype: registry } = page.CustomElementRegistry;
  const { define } = registry;
  registry.define = function (this: unknown, name: unknown, made: unknown) {
    apply(define, this, [name, made]); // drops the options, which could make it extend a frame
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

  const { toLowerCase } = String.prototype;
  /** Converts the value to text only once, because it may answer differently the second time. */
  const notFile = (value: unknown) => {
    const text = `${value}`;
    if (apply(toLowerCase, text, []) === "file") throw new TypeError("This page has no file inputs.");
    return text;
  };
  const { prototype: node } = page.Node;
  const nodeType = Object.getOwnPropertyDescriptor(node, "nodeType")?.get;
  for (const [owner, name] of [
    [page.HTMLInputElement.prototype, "type"],
    [page.Attr.prototype, "value"],
    [node, "nodeValue"],
    [node, "textContent"],
  ] as const) {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    const set = property?.set;
    if (!set) continue;
    const mayBeText = owner === node;
    Object.defineProperty(owner, name, {
      ...property,
      set(value: unknown) {
        const isAttribute = !mayBeText || !nodeType || apply(nodeType, this, []) === 2;
        apply(set, this, [isAttribute ? notFile(value) : value]);
      },
    });
  }
  const elements = page.Element.prototype as Record<"setAttribute" | "setAttributeNS", (...args: unknown[]) => void>;
  const { setAttribute, setAttributeNS } = elements;
  elements.setAttribute = function (this: unknown, name: unknown, value: unknown) {
    apply(setAttribute, this, [name, notFile(value)]);
  };
  elements.setAttributeNS = function (this: unknown, space: unknown, name: unknown, value: unknown) {
    apply(setAttributeNS, this, [space, name, notFile(value)]);
  };
  // An attribute node could be moved here from a link, whose `type` is free; and sanitized markup needs no trusted type.
  const passing = /^set(AttributeNode|NamedItem)|HTML/;
  const needsTrust = /^(inner|outer|insertAdjacent)HTML$/;
  const { Document, Element, DocumentFragment, ShadowRoot, CharacterData, NamedNodeMap } = page;
  const owners = [Document, Element, DocumentFragment, ShadowRoot, CharacterData, NamedNodeMap];
  for (const owner of [Document, ...owners.map((made) => made.prototype)]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (passing.test(name) && !needsTrust.test(name)) Reflect.deleteProperty(owner, name);
    }
  }
  // Pasting or dropping into an editable element other than a field inserts markup with any element in it.
  const dataTransfer = Object.getOwnPropertyDescriptor(page.InputEvent.prototype, "dataTransfer")?.get;
  const { preventDefault } = page.Event.prototype;
  page.addEventListener(
    "beforeinput",
    (event) => {
      if (!dataTransfer || apply(dataTransfer, event, [])) apply(preventDefault, event, []);
    },
    true,
  );
  // These remove a window's listeners (HTML §8.4.1), `write` even without text.
  for (const name of ["open", "write", "writeln"]) Reflect.deleteProperty(prototype, name);
}
