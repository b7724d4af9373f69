import { parseAst } from "vite";

/** What of a program a bundler keeps, whatever it calls its variables, and whatever comments the source has. */
export interface Facts {
  /** By the module: the names that are taken from it, `default`, and `*` where it is taken as a whole. */
  readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
  readonly exports: boolean;
  /** Names of members, each time that one is read, set, taken apart or given. */
  readonly members: readonly string[];
  /** Texts, and the fixed parts of those that are put together; not the `"name" in` of a question for a member. */
  readonly texts: readonly string[];
  /** What stands for itself: globals, and variables, of which a minifier leaves a letter or two. */
  readonly names: ReadonlySet<string>;
  /** Members of globals (`process.env`), and what is called with `new` (`new Function`). */
  readonly uses: readonly string[];
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

/** @param code a module or a script of a build */
export function factsOf(code: string): Facts {
  const imports = new Map<string, Set<string>>();
  const members: string[] = [];
  const texts: string[] = [];
  const names = new Set<string>();
  const uses: string[] = [];
  let exports = false;

  const take = (source: unknown, taken: readonly string[]) => {
    const name = textOf(source) ?? "?";
    imports.set(name, new Set([...(imports.get(name) ?? []), ...taken]));
  };
  const lookAtKey = (key: unknown, computed: unknown) => {
    const name = computed ? textOf(key) : nameOf(key);
    if (name !== undefined) members.push(name);
    return computed ? [key] : [];
  };

  /** Notes what a node is. @returns what of it there is to look at */
  function look(node: Node): unknown[] {
    switch (node.type) {
      case "ImportDeclaration":
        take(node.source, (node.specifiers as Node[]).map(importedName));
        return [];
      case "ImportExpression":
        take(node.source, ["*"]);
        return [node.options];
      case "ExportAllDeclaration":
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        exports = true;
        if (node.source) take(node.source, ["*"]);
        return [node.declaration];
      case "MemberExpression":
        if (nameOf(node.object)) uses.push(`${nameOf(node.object)}.${textOf(node.property) ?? nameOf(node.property)}`);
        return [node.object, ...lookAtKey(node.property, node.computed)];
      case "Property":
      case "PropertyDefinition":
      case "MethodDefinition":
        return [...lookAtKey(node.key, node.computed), node.value];
      case "NewExpression":
        if (nameOf(node.callee)) uses.push(`new ${nameOf(node.callee)}`);
        return Object.values(node);
      case "BinaryExpression":
        return node.operator === "in" ? [node.right] : Object.values(node);
      case "Identifier":
        names.add(String(node.name));
        return [];
      case "Literal":
        if (typeof node.value === "string") texts.push(node.value);
        return [];
      case "TemplateElement":
        texts.push((node.value as { cooked: string }).cooked);
        return [];
      default:
        return Object.values(node);
    }
  }
  const rest: unknown[] = [parseAst(code)];
  while (rest.length > 0) {
    const next = rest.pop();
    if (Array.isArray(next)) rest.push(...next);
    else if (isNode(next)) rest.push(...look(next));
  }
  return { imports, exports, members, texts, names, uses };
}

function importedName({ type, imported }: Node): string {
  if (type === "ImportDefaultSpecifier") return "default";
  return nameOf(imported) ?? textOf(imported) ?? "*";
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && (node.type === "Identifier" || node.type === "PrivateIdentifier")
    ? String(node.name)
    : undefined;
}

/** Of a text that is written out: a literal, or a template without parts to be put in. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  const { quasis, expressions } = node as { quasis?: { value: { cooked: string } }[]; expressions?: unknown[] };
  return node.type === "TemplateLiteral" && expressions?.length === 0 ? quasis?.[0]?.value.cooked : undefined;
}
