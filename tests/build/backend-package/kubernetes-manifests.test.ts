import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { Job } from "kubernetes-models/batch/v1/Job";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../../../build/paths.mjs";
import { readConfig } from "../../../src-backend/config.ts";
import { routes } from "../../../src-contract/api/routes.ts";
import { faultsOf, type Kind } from "./faults-of-manifest.ts";

const kinds: readonly Kind[] = [
  ConfigMap,
  Deployment,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
  ServiceMonitor,
  StatefulSet,
];

const folder = path.join(root, "build/backend-package/kubernetes");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
// biome-ignore lint/suspicious/noExplicitAny: a manifest is whatever the file says; the schemas look at it
const read = (name: string): any => parse(readFileSync(path.join(folder, name), "utf8"));
/** Those that run the backend, in the shape of a pod. */
const running = ["several/deployment.yaml", "alone/stateful-set.yaml"] as const;
const podOf = (name: string) => read(name).spec.template.spec;

describe.each(files)("the manifest %s", (name) => {
  it("is as Kubernetes' schema has it, without a field that it does not know", () => {
    const manifest = read(name);
    const kind = kinds.find(
      ({ apiVersion, kind: name }) => apiVersion === manifest.apiVersion && name === manifest.kind,
    );
    expect(kind && faultsOf(manifest, kind)).toEqual([]);
  });
});

it("a wrong type, a missing field and an unknown one are found, at any depth", () => {
  const manifest = read("several/deployment.yaml");
  const [container] = manifest.spec.template.spec.containers;
  container.livenessProbe.httpGet.port = true;
  container.readinesProbe = container.readinessProbe;
  delete manifest.spec.selector;
  manifest.replicas = 3;
  expect(faultsOf(manifest, Deployment)).toEqual([
    '/spec required {"missingProperty":"selector"}',
    '/spec/template/spec/containers/0/livenessProbe/httpGet/port type {"type":"string"}',
    '/spec/template/spec/containers/0/livenessProbe/httpGet/port type {"type":"integer"}',
    expect.stringContaining("/spec/template/spec/containers/0/livenessProbe/httpGet/port oneOf"),
    "/spec/template/spec/containers/0/readinesProbe is not known",
    "/replicas is not known",
  ]);
});

describe.each([...running, "migrate.yaml"])("the pod of %s", (name) => {
  it("has no rights: not root, no capability, a root that it cannot write, no token of Kubernetes'", () => {
    const pod = podOf(name);
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
    for (const container of pod.containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      expect(container.resources.limits.memory).toEqual(expect.any(String));
    }
  });

  it("has its secrets as files that others may not read, and none in its environment", () => {
    const pod = podOf(name);
    const [secrets] = pod.volumes;
    expect(secrets.secret.defaultMode.toString(8)).toBe("440");
    const mounted = pod.containers[0].volumeMounts.find((one: { name: string }) => one.name === secrets.name);
    const variables: { name: string; value: string }[] = pod.containers[0].env;
    const ofFiles = variables.filter(
      ({ name: variable }) => variable.endsWith("_FILE") && variable !== "DATABASE_FILE",
    );
    expect(ofFiles.length).toBeGreaterThan(0);
    for (const { value } of ofFiles) expect(path.dirname(value)).toBe(mounted.mountPath);
    for (const { name: variable } of variables) expect(variable).not.toMatch(/(SECRET|TOKEN|PASSWORD|DATABASE_URL)$/);
  });
});

describe.each(running)("what %s runs", (name) => {
  const [container] = podOf(name).containers;

  it("is asked whether it lives by what asks no database, and whether it is ready by what does", () => {
    expect(container.startupProbe.httpGet.path).toBe(routes.health);
    expect(container.livenessProbe.httpGet.path).toBe(routes.health);
    expect(container.readinessProbe.httpGet.path).toBe(routes.ready);
  });

  it("is given the time to end what it has begun", () => {
    const { drainSeconds, solaris } = configOf(name);
    const needed = drainSeconds + solaris.timeoutMs / 1000 + 2;
    expect(podOf(name).terminationGracePeriodSeconds).toBeGreaterThan(needed);
  });

  it("is reached by the service, for the app and for Prometheus", () => {
    const service = read("common/service.yaml");
    expect(read(name).spec.template.metadata.labels).toMatchObject(service.spec.selector);
    const ports = new Map(
      container.ports.map((port: { name: string; containerPort: number }) => [port.name, port.containerPort]),
    );
    const { PORT, METRICS_PORT } = environmentOf(name);
    expect([ports.get("http"), ports.get("metrics")]).toEqual([Number(PORT), Number(METRICS_PORT)]);
    for (const { targetPort } of service.spec.ports) expect([...ports.keys()]).toContain(targetPort);
    expect(read("common/service-monitor.yaml").spec.endpoints[0].port).toBe("metrics");
  });
});

it("several are replaced one after the other, and stay at two when nodes are drained", () => {
  const { spec } = read("several/deployment.yaml");
  expect(spec.replicas).toBe(3);
  expect(spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
  expect(read("several/disruption-budget.yaml").spec.minAvailable).toBe(2);
});

it("one with a file is never two, on a volume that only one pod can have and that stays", () => {
  const { spec } = read("alone/stateful-set.yaml");
  expect(spec.replicas).toBe(1);
  expect(spec.volumeClaimTemplates[0].spec.accessModes).toEqual(["ReadWriteOncePod"]);
  expect(spec.persistentVolumeClaimRetentionPolicy.whenDeleted).toBe("Retain");
  const { mountPath } = podOf("alone/stateful-set.yaml").containers[0].volumeMounts.find(
    (one: { name: string }) => one.name === spec.volumeClaimTemplates[0].metadata.name,
  );
  expect(path.dirname(environmentOf("alone/stateful-set.yaml").DATABASE_FILE ?? "")).toBe(mountPath);
});

/** What a pod's first container has in its environment, but for what stands in files. */
function environmentOf(name: string): Record<string, string> {
  const own = podOf(name).containers[0].env.map((one: { name: string; value: string }) => [one.name, one.value]);
  return { ...read(path.join(path.dirname(name), "settings.yaml")).data, ...Object.fromEntries(own) };
}

/** As the backend reads it, with secrets in place of their files, and a folder that is there. */
function configOf(name: string) {
  const entries = Object.entries(environmentOf(name)).filter(([variable]) => !variable.endsWith("_FILE"));
  return readConfig({
    ...Object.fromEntries(entries),
    SOLARIS_CLIENT_SECRET: "a-secret",
    CUSTOMER_ID_SECRET: "0123456789012345678901234567890123456789",
    ...(name.startsWith("several") && { DATABASE_URL: "postgresql://cards:secret@127.0.0.1:5432/cards" }),
  });
}
