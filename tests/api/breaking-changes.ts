// What breaks a client that was written, or made, for an earlier description of this API (docs/api.md#versions).

// biome-ignore lint/suspicious/noExplicitAny: two JSON documents, of which each line asks what it needs.
type Json = any;
type Direction = "request" | "answer";
type Found = (what: string) => void;

const methods = ["get", "post", "put", "patch", "delete"];

/**
 * Lists what a client of the earlier description cannot cope with: what is gone, what is newly demanded, and what has
 * another type. New fields and new values in answers are none of it, because clients have to tolerate them.
 */
export function breakingChanges(before: Json, after: Json): string[] {
  const found: string[] = [];
  for (const [path, item] of Object.entries<Json>(before.paths)) {
    for (const method of methods.filter((one) => item[one] !== undefined)) {
      const say: Found = (what) => found.push(`${method.toUpperCase()} ${path}: ${what}`);
      const now = after.paths[path]?.[method];
      if (now === undefined) say("is gone");
      else compareOperations({ ...item[method], in: before }, { ...now, in: after }, say);
    }
  }
  return found;
}

function compareOperations(before: Json, after: Json, say: Found): void {
  const compare = schemasIn(before.in, after.in);
  if (before.operationId !== after.operationId) say("has another operationId");
  if (!needsSignIn(before) && needsSignIn(after)) say("needs a sign-in");

  const parameters: Json[] = after.parameters ?? [];
  for (const one of before.parameters ?? []) {
    const now = parameters.find((other) => other.name === one.name && other.in === one.in);
    if (now === undefined) say(`parameter ${one.name} is gone`);
    else compare(one.schema, now.schema, "request", (what) => say(`parameter ${one.name}: ${what}`));
  }
  for (const one of parameters.filter(({ required }) => required)) {
    const earlier = before.parameters?.find((other: Json) => other.name === one.name && other.in === one.in);
    if (!earlier?.required) say(`parameter ${one.name} is demanded`);
  }

  const [body, bodyNow] = [before.requestBody, after.requestBody];
  if (bodyNow?.required && !body?.required) say("a body is demanded");
  compareContents(body?.content, bodyNow?.content, (type, was, is) =>
    is === undefined
      ? say(`body ${type} is not taken`)
      : compare(was.schema, is.schema, "request", (what) => say(`body: ${what}`)),
  );

  const successes = (operation: Json) => Object.keys(operation.responses).filter((status) => status.startsWith("2"));
  for (const status of successes(after).filter((one) => before.responses[one] === undefined)) say(`${status} is new`);
  for (const [status, answer] of Object.entries<Json>(before.responses)) {
    const now = after.responses[status];
    // A refusal that does not happen any more does no harm.
    if (now === undefined && status.startsWith("2")) say(`${status} is gone`);
    if (now === undefined) continue;
    compareContents(answer.content, now.content, (type, was, is) =>
      is === undefined
        ? say(`${status} ${type} is gone`)
        : compare(was.schema, is.schema, "answer", (what) => say(`${status}: ${what}`)),
    );
  }
}

function needsSignIn({ security }: Json): boolean {
  return (security ?? []).some((scheme: object) => Object.keys(scheme).length > 0);
}

function compareContents(before: Json, after: Json, compare: (type: string, was: Json, is: Json) => void): void {
  for (const [type, was] of Object.entries<Json>(before ?? {})) compare(type, was, after?.[type]);
}

type Compare = (before: Json, after: Json, direction: Direction, say: Found) => void;

/** Compares two schemas, each with the references of its own document. */
function schemasIn(before: Json, after: Json): Compare {
  const compare: Compare = (givenBefore, givenAfter, direction, say) => {
    const [was, is] = [resolve(before, givenBefore), resolve(after, givenAfter)];
    const [variants, variantsNow] = [variantsOf(was), variantsOf(is)];
    if (variants.length > 1 || variantsNow.length > 1) {
      const fits = (one: Json, other: Json) => {
        const found: string[] = [];
        compare(one, other, direction, (what) => found.push(what));
        return found.length === 0;
      };
      const isLost =
        direction === "request"
          ? variants.some((one) => !variantsNow.some((other) => fits(one, other)))
          : variantsNow.some((one) => !variants.some((other) => fits(other, one)));
      if (isLost) say("has other variants");
      return;
    }
    compareTypes(was, is, direction, say);
    compareValues(was, is, direction, say);
    if (direction === "request") compareLimits(was, is, say);
    compareFields(was, is, direction, say, compare);
    if (was.items !== undefined && is.items !== undefined) {
      compare(was.items, is.items, direction, (what) => say(`[]${what.startsWith(".") ? what : ` ${what}`}`));
    }
  };
  return compare;
}

/** The schema itself: a reference is followed, and the parts of an `allOf` are one. */
function resolve(document: Json, schema: Json): Json {
  if (schema?.$ref !== undefined) {
    const [, ...path] = schema.$ref.split("/");
    return resolve(
      document,
      path.reduce((inside: Json, name: string) => inside[name], document),
    );
  }
  if (schema?.allOf === undefined) return schema ?? {};
  const parts = [{ ...schema, allOf: undefined }, ...schema.allOf.map((part: Json) => resolve(document, part))];
  const fields = parts.flatMap(({ properties }) => Object.entries<Json>(properties ?? {}));
  const names = [...new Set(fields.map(([name]) => name))];
  const allOf = (name: string) => fields.filter(([other]) => other === name).map(([, field]) => field);
  return {
    ...Object.assign({}, ...parts),
    // Every integer is a number.
    ...(parts.some(({ type }) => type === "integer") && { type: "integer" }),
    ...(names.length > 0 && { properties: Object.fromEntries(names.map((name) => [name, { allOf: allOf(name) }])) }),
    required: parts.flatMap(({ required }) => required ?? []),
  };
}

const variantsOf = (schema: Json): Json[] => schema.anyOf ?? schema.oneOf ?? [schema];

function compareTypes(before: Json, after: Json, direction: Direction, say: Found): void {
  // Every integer is a number.
  const accepts = (schema: Json, type: string) =>
    schema.type === undefined ||
    [schema.type].flat().some((one) => one === type || (one === "number" && type === "integer"));
  const [narrow, wide] = direction === "request" ? [before, after] : [after, before];
  const isNarrow = narrow.type !== undefined && [narrow.type].flat().every((type: string) => accepts(wide, type));
  if (!isNarrow && wide.type !== undefined) say("has another type");
  if (before.format !== after.format && (direction === "answer" ? before : after).format) say("has another format");
}

function compareValues(before: Json, after: Json, direction: Direction, say: Found): void {
  const values = (schema: Json): Json[] | undefined =>
    schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const [was, is] = [values(before), values(after)];
  // More values in an answer are no break: clients have to tolerate them.
  if (direction === "answer" || is === undefined) return;
  if (was === undefined) say("takes certain values only");
  for (const value of was ?? []) if (!is.includes(value)) say(`does not take ${value}`);
}

function compareLimits(before: Json, after: Json, say: Found): void {
  for (const name of ["maxLength", "maximum", "maxItems"]) {
    if ((after[name] ?? Number.POSITIVE_INFINITY) < (before[name] ?? Number.POSITIVE_INFINITY)) say(`${name} is lower`);
  }
  for (const name of ["minLength", "minimum", "minItems"]) {
    if ((after[name] ?? Number.NEGATIVE_INFINITY) > (before[name] ?? Number.NEGATIVE_INFINITY))
      say(`${name} is higher`);
  }
  if (after.pattern !== undefined && after.pattern !== before.pattern) say("has another pattern");
}

function compareFields(before: Json, after: Json, direction: Direction, say: Found, compare: Compare): void {
  const isRequired = (schema: Json, name: string): boolean => schema.required?.includes(name) ?? false;
  for (const [name, field] of Object.entries<Json>(before.properties ?? {})) {
    const now = after.properties?.[name];
    if (now === undefined) say(`.${name} is gone`);
    else compare(field, now, direction, (what) => say(`.${name}${/^[.[]/.test(what) ? what : ` ${what}`}`));
    if (direction === "answer" && now !== undefined && isRequired(before, name) && !isRequired(after, name)) {
      say(`.${name} can be missing`);
    }
  }
  if (direction === "answer") return;
  for (const name of after.required ?? []) if (!isRequired(before, name)) say(`.${name} is demanded`);
}
