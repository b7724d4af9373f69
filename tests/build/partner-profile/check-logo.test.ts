import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faultOfLogo } from "../../../build/partner-profile/check-logo.ts";

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${inside}</svg>`;

describe("a logo", () => {
  it.each([
    ["shapes", svg('<path d="M0 0h8v8z" fill="#1b4f8f"/><g><circle cx=\'1\' cy="2" r="1"></circle></g>')],
    ["a title and a comment", svg("<title>Harbour &amp; Sons</title><!-- the mark -->")],
    ["a declaration before it", `<?xml version="1.0" encoding="UTF-8"?>\n${svg("")}\n`],
    [
      "a gradient and a copy of its own",
      svg(
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/><use href="#a"/>',
      ),
    ],
    ["an older reference", svg('<use xlink:href="#a"/>', 'xmlns:xlink="http://www.w3.org/1999/xlink"')],
    ["our own icon", readFileSync(new URL("../../../build/icons/icon.svg", import.meta.url), "utf8")],
  ])("may have %s", (_name, drawing) => {
    expect(faultOfLogo(drawing)).toBeUndefined();
  });

  it.each<[string, string]>([
    ["script", svg("<script>alert(1)</script>")],
    ["script from its own file", svg('<script href="#a"/>')],
    ["an empty page inside", svg("<foreignObject/>")],
    ["script in capitals", svg("<SCRIPT>alert(1)</SCRIPT>")],
    ["script of a namespace", svg("<svg:script>alert(1)</svg:script>")],
    ["an event", svg('<rect onclick="alert(1)"/>')],
    ["an event on itself", svg("", 'onload="alert(1)"')],
    ["an event in capitals", svg("", 'ONLOAD="alert(1)"')],
    ["a page inside", svg("<foreignObject><p>Log in</p></foreignObject>")],
    ["a picture from elsewhere", svg('<image href="https://evil.example/a.png"/>')],
    ["a copy from elsewhere", svg('<use href="https://evil.example/a.svg#b"/>')],
    ["a copy from a file", svg('<use href="other.svg#b"/>')],
    ["a copy from data", svg('<use xlink:href="data:image/svg+xml,x"/>')],
    ["a link", svg('<a href="https://evil.example"><rect/></a>')],
    ["a paint from elsewhere", svg('<rect fill="url(https://evil.example/a#b)"/>')],
    ["a paint from the same host", svg('<rect fill="url(//evil.example/a#b)"/>')],
    ["a paint from a file", svg("<rect fill=\"url('a.svg#b')\"/>")],
    ["an address hidden in references", svg('<rect fill="u&#114;l(h&#116;tp&#58;&#47;&#47;evil.example)"/>')],
    ["an address hidden in escapes", svg('<rect fill="\\75rl(x)"/>')],
    ["an image set", svg("<rect mask=\"image-set('//evil.example/a.png' 1x)\"/>")],
    ["a style sheet", svg("<style>@import 'https://evil.example/a.css'</style>")],
    ["a style", svg('<rect style="fill:red"/>')],
    ["an animation", svg('<animate attributeName="href" to="javascript:alert(1)"/>')],
    ["a setting", svg('<set attributeName="onclick" to="alert(1)"/>')],
    ["text", svg("<text>Your PIN was changed</text>")],
    ["loose text", svg("Your PIN was changed")],
    ["a DOCTYPE", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}`],
    ["an entity in its title", svg("<title>&a;</title>")],
    ["CDATA", svg("<title><![CDATA[<script/>]]></title>")],
    ["a style sheet instruction", `<?xml-stylesheet href="https://evil.example/a.css"?>${svg("")}`],
    ["an instruction inside", svg("<?php ?>")],
    ["a foreign attribute", svg('<rect inkscape:label="a"/>')],
    ["another namespace", '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>'],
    ["no namespace", "<svg></svg>"],
    ["another root", '<html xmlns="http://www.w3.org/2000/svg"></html>'],
    ["two roots", svg("") + svg("")],
    ["something after it", `${svg("")}<script/>`],
    ["no end", '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ["ends in the wrong order", svg("<g><defs></g></defs>")],
    ["an attribute without quotes", svg("<rect width=1/>")],
    ["a comment that is none", svg("<!-- a -- b -->")],
    ["nothing in it", ""],
    ["too much in it", svg(`<path d="${"M0 0".repeat(9000)}"/>`)],
  ])("may not have %s", (_name, drawing) => {
    expect(faultOfLogo(drawing)).toMatch(/; expected |expected no/);
  });

  it("is looked at in no time, however it is written", () => {
    const started = performance.now();
    for (const drawing of [
      "<svg ".repeat(6000),
      `<svg ${'a="" '.repeat(6000)}`,
      `<svg${" ".repeat(32_000)}`,
      "<!--".repeat(8000),
    ]) {
      expect(faultOfLogo(drawing)).toBeDefined();
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
