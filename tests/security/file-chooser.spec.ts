// Attacker: a script that has taken the page over. Way: an input that asks for a file, from code, markup, a paste or a drop.
// Impact: the system's file dialog after any press, which looks like the app's; with a frame, a second realm and WebRTC.
// docs/threat-model.md#no-file-chooser, #one-realm
import { expectHeading } from "../e2e/cardholder.ts";
import { expect, test } from "../e2e/fixtures.ts";
import { attack } from "./page-attack.ts";

/** Ways to an input whose type is "file". Each makes one, or throws, or leaves it another. */
const waysToFileInput = `({
  property: (input) => { input.type = "file"; },
  "property, capitals": (input) => { input.type = "FILE"; },
  "property's setter": (input) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "type").set.call(input, "file");
  },
  "text that changes": (input) => {
    let asked = 0;
    const text = { toString: () => (asked++ === 0 ? "text" : "file") };
    input.type = text;
    if (input.type !== "file") input.setAttribute("type", text);
  },
  attribute: (input) => input.setAttribute("type", "file"),
  "attribute of a name space": (input) => input.setAttributeNS(null, "type", "file"),
  "attribute node": (input, node) => { node.value = "file"; input.setAttributeNode(node); },
  "attribute node, NS": (input, node) => { node.nodeValue = "file"; input.setAttributeNodeNS(node); },
  "named item": (input, node) => { node.textContent = "file"; input.attributes.setNamedItem(node); },
  "named item, NS": (input, node) => { node.value = "file"; input.attributes.setNamedItemNS(node); },
  "its node's value": (input) => { input.type = "text"; input.getAttributeNode("type").value = "file"; },
  "its node's nodeValue": (input) => { input.type = "text"; input.attributes[0].nodeValue = "file"; },
  "its node's textContent": (input) => { input.type = "text"; input.attributes[0].textContent = "file"; },
  "another element's": (input) => {
    const link = Object.assign(document.createElement("a"), { type: "file" });
    input.setAttributeNode(link.removeAttributeNode(link.attributes[0]));
  },
  "another element's, by map": (input) => {
    const link = Object.assign(document.createElement("a"), { type: "file" });
    input.attributes.setNamedItem(link.attributes.removeNamedItem("type"));
  },
  "a copy": (input) => { input.type = "file"; return input.cloneNode(); },
  "another document": () => {
    const input = document.implementation.createHTMLDocument().createElement("input");
    input.type = "file";
    return document.adoptNode(input);
  },
  markup: (_input, _node, host) => { host.innerHTML = "<input type=file>"; return host.firstChild; },
  "sanitized markup": (_input, _node, host) => {
    host.setHTML("<input type=file>", { sanitizer: { elements: ["input"], attributes: ["type"] } });
    return host.firstChild;
  },
  "sanitized markup in a shadow": (_input, _node, host) => {
    const shadow = host.attachShadow({ mode: "open" });
    shadow.setHTML("<input type=file>", { sanitizer: { elements: ["input"], attributes: ["type"] } });
    return shadow.firstChild;
  },
  "sanitized document": () =>
    Document.parseHTML("<input type=file>", { sanitizer: { removeElements: ["b"] } }).querySelector("input"),
  "inserted markup": (_input, _node, host) => {
    host.contentEditable = "true";
    host.focus();
    document.execCommand("insertHTML", false, "<input type=file>");
    return host.querySelector("input");
  },
  "replaced methods": (input) => {
    const { toLowerCase } = String.prototype;
    const { apply } = Reflect;
    String.prototype.toLowerCase = () => "text";
    Reflect.apply = Function.prototype.apply = Function.prototype.call = () => "text";
    Array.prototype[Symbol.iterator] = function* () { yield "text"; };
    try { input.type = "file"; } finally { input.setAttribute("TYPE", "File"); }
  },
})`;

test("no script makes an input that asks for a file, or opens the dialog that chooses one", async ({
  running: { app, page },
}) => {
  await expectHeading(page, "Sign in");
  const choosers: unknown[] = [];
  page.on("filechooser", (chooser) => choosers.push(chooser)); // with somebody listening, Chromium tells instead of showing
  const found = await attack(
    app,
    `(() => {
      const usual = ["text", "password", "checkbox", "radio", "search"].map((type) => {
        const input = Object.assign(document.createElement("input"), { type });
        input.setAttribute("type", input.type);
        return input.type;
      });
      const text = document.createElement("p");
      text.textContent = "file";
      text.firstChild.nodeValue += " file";
      usual.push(text.textContent);
      const files = [];
      const ways = ${waysToFileInput};
      for (const name of Object.keys(ways)) {
        const host = document.body.appendChild(document.createElement("div"));
        let input = document.createElement("input");
        try { input = ways[name](input, document.createAttribute("type"), host) ?? input; } catch {}
        if (input.type === "file" || input.files) files.push(name);
        const label = document.createElement("label");
        label.append(input);
        input.webkitdirectory = true;
        for (const press of [
          () => input.showPicker(),
          () => input.click(),
          () => input.dispatchEvent(new MouseEvent("click")),
          () => label.click(),
        ]) try { press(); } catch {}
      }
      return { usual, files };
    })()`,
    { asIfPressed: true },
  );
  expect.soft(found).toEqual({
    usual: ["text", "password", "checkbox", "radio", "search", "file file"],
    files: [],
  });
  await page.evaluate(() => document.title); // one way to the page and back, in which a chooser is told of
  expect(choosers).toHaveLength(0);
});

test("what the cardholder pastes or drops makes no file input and no frame, and a field still takes text", async ({
  running: { app, page },
}) => {
  await expectHeading(page, "Sign in");
  await attack(
    app,
    `(() => {
      const markup = "<p>x<input type=file><iframe></iframe>y</p>";
      const add = (name, id) => document.body.appendChild(Object.assign(document.createElement(name), { id }));
      for (const erase of [() => document.open(), () => document.write(), () => document.writeln()])
        try { erase(); } catch {}
      const fill = (data) => {
        data.setData("text/html", markup);
        data.setData("text/plain", "given");
      };
      addEventListener("copy", (event) => {
        fill(event.clipboardData);
        event.preventDefault();
      });
      document.execCommand("copy");
      const dragged = Object.assign(add("p", "dragged"), { textContent: "drag me", draggable: true });
      dragged.addEventListener("dragstart", ({ dataTransfer }) => fill(dataTransfer));
      Object.assign(add("p", "editable"), { contentEditable: "true", textContent: "here" });
      add("textarea", "field");
      for (const type of ["beforeinput", "paste", "drop"])
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    })()`,
    { asIfPressed: true },
  );
  const paste = async (into: string) => {
    await page.locator(into).click();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  };
  const made = page.locator("iframe, #editable input");
  await paste("#editable");
  await paste("#field");
  await expect(page.locator("#field")).toHaveValue("given"); // by when what was pasted before has come
  await expect(made).toHaveCount(0);
  await page.locator("#dragged").dragTo(page.locator("#editable"));
  await page.locator("#field").fill("");
  await page.locator("#dragged").dragTo(page.locator("#field"));
  await expect(page.locator("#field")).toHaveValue("given");
  await expect(made).toHaveCount(0);
});
