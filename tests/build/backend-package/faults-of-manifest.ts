/** One of kubernetes-models' classes, whose method is compiled from Kubernetes' own schema. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly prototype: { validate(): void };
}

/**
 * What is wrong with a manifest: what its schema says, and each field that the schema does not know. Kubernetes' schemas allow those, and its server
 * drops them with a warning at the most, so a slip of the pen would leave out a probe.
 */
export function faultsOf(manifest: unknown, { prototype }: Kind): string[] {
  const looked = new Set<string>();
  const wrong: string[] = [];
  try {
    prototype.validate.call(watched(manifest, "", looked));
  } catch (error) {
    const { errors } = error as { errors: readonly { instancePath: string; keyword: string; params: object }[] };
    wrong.push(
      ...errors.map(({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`),
    );
  }
  return [...wrong, ...notLookedAt(manifest, "", looked).map((place) => `${place} is not known`)];
}

/** The same, noting each field that is looked at: a validator asks for those that it knows. */
function watched(value: unknown, place: string, looked: Set<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key !== "string" || !Object.hasOwn(target, key)) return found;
      looked.add(`${place}/${key}`);
      return watched(found, `${place}/${key}`, looked);
    },
  });
}

/** The fields that nobody has looked at, without what is in them. */
function notLookedAt(value: unknown, place: string, looked: ReadonlySet<string>): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = `${place}/${key}`;
    return looked.has(field) ? notLookedAt(inner, field, looked) : [field];
  });
}
