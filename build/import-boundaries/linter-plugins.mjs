/** @typedef {import("./denied-members.mjs").DeniedMembers} DeniedMembers */
/** @typedef {import("./denied-members.mjs").DeniedValues} DeniedValues */

/** Imports that Biome's own rule does not see: a type's, and those of a name that is put together. */
export function renderImportPlugin() {
  return renderPlugin([
    `TsImportType() as $found where { ${register("A type is imported at the head of the file.")} }`,
    `JsImportCallExpression() as $found where {
    $found <: not r"import\\(\\"[^\\"]*\\"\\)",
    ${register("A module is imported by its whole name.")}
  }`,
  ]);
}

/** Each way to write a member. @param {DeniedMembers} rule */
export function renderMemberPlugin({ message, of, members }) {
  const names = `(?:${members.join("|")})`;
  // As a member itself (`window.top`), in brackets, with `!`, or as another type.
  const objects = of && `\\(*(?:(?s:.*)[?!]?\\.)?(?:${of.join("|")})!?(?:\\s+(?:as|satisfies)\\s(?s:.*))?\\)*`;
  const ofThese = objects ? `$object <: r"${objects}", ` : "";
  const named = [
    ...[
      "JsObjectBindingPatternShorthandProperty(identifier=$member)",
      "JsObjectBindingPatternProperty(member=$member)",
    ],
    "JsObjectAssignmentPatternShorthandProperty(identifier=$member)",
    "JsObjectAssignmentPatternProperty(member=$member)",
    ...["JsPropertyObjectMember(name=$member)", "JsShorthandPropertyObjectMember(name=$member)"],
    "JsxAttribute(name=$member)",
  ];
  return renderPlugin([
    `or {
    JsStaticMemberExpression(object=$object, member=$member),
    JsStaticMemberAssignment(object=$object, member=$member)
  } as $found where { ${ofThese}$member <: r"${names}", ${register(message)} }`,
    `or {
    JsComputedMemberExpression(object=$object, member=$member),
    JsComputedMemberAssignment(object=$object, member=$member)
  } as $found where { ${ofThese}$member <: r"[\\"'\`]${names}[\\"'\`]", ${register(message)} }`,
    objects
      ? `JsVariableDeclarator(id=$names, initializer=$object) as $found where {
    $object <: r"=\\s*${objects}",
    $names <: r"\\{(?s:.*)\\b${names}\\b(?s:.*)\\}",
    ${register(message)}
  }`
      : `or {
    ${named.join(",\n    ")}
  } as $found where { $member <: r"[\\"']?${names}[\\"']?", ${register(message)} }`,
  ]);
}

/** A global anywhere but in front of its member, or of names that are taken out of it. @param {DeniedValues} rule */
export function renderValuePlugin({ message, globals }) {
  const names = `r"(?:${globals.join("|")})"`;
  return renderPlugin([
    `JsIdentifierExpression() as $found where {
    $found <: ${names},
    $found <: not within or {
      JsStaticMemberExpression(object=$found),
      JsComputedMemberExpression(object=$found),
      JsStaticMemberAssignment(object=$found),
      JsComputedMemberAssignment(object=$found),
      JsVariableDeclarator(id=$named, initializer=JsInitializerClause(expression=$found)) where {
        $named <: r"\\{(?s:.*)\\}",
        $named <: not r"(?s:.*)\\.\\.\\.(?s:.*)"
      }
    },
    ${register(message)}
  }`,
    `JsShorthandPropertyObjectMember(name=$found) where { $found <: ${names}, ${register(message)} }`,
  ]);
}

/** @param {string[]} patterns */
function renderPlugin(patterns) {
  return `language js(typescript,jsx)\n\nor {\n  ${patterns.join(",\n  ")}\n}\n`;
}

/** @param {string} message */
function register(message) {
  return `register_diagnostic(span=$found, message="${message}")`;
}
