import { isIP } from "node:net";
import { z } from "zod";
import { CONFIRMATION_SECONDS } from "../src-contract/rules/confirmation-time.ts";
import { deviceDataModes } from "../src-contract/rules/device-data-mode.ts";
import { pinChangeRoutes } from "../src-contract/rules/pin-change-route.ts";
import { protectionLevels } from "../src-contract/rules/protection-levels.ts";
import { ConfigError } from "./config-error.ts";
import { httpsUrl, ifVisible, listOf, visible, wholeNumber, yesOrNo } from "./config-values.ts";
import { type DatabaseConfig, readDatabase } from "./database/database-config.ts";
import { type MigrationPlan, usualPlan } from "./database/migration-plan.ts";
import { type Retention, retentionVariables } from "./database/retention.ts";
import { type LimitsConfig, limitsOf, limitVariables } from "./limits/limit-config.ts";
import { isLoopback } from "./loopback.ts";
import type { MetricsConfig } from "./metrics/metrics-server.ts";
import type { PartnerPolicy } from "./policy/partner-policy.ts";
import { type SecretSource, sourceOf } from "./secrets/rotated-secret.ts";
import { type SecretVariable, secretVariables } from "./secrets/secret-variables.ts";
import { type SecretFiles, takeSecretFiles } from "./secrets/take-secret-files.ts";
import { type LogLevel, logLevels } from "./server-log.ts";
import type { RowSecrets } from "./sign-in/customer-ids.ts";
import { type DemoCustomer, readDemoCustomers } from "./sign-in/demo-accounts.ts";
import type { PersonConfig } from "./sign-in/identify-person.ts";
import { readPersonSettings } from "./sign-in/person-settings.ts";
import { readSignIn, type SignInConfig } from "./sign-in/sign-in-config.ts";
import type { HttpProxy } from "./solaris/proxy-tunnel.ts";
import { readProxyUrl } from "./solaris/proxy-url.ts";

export interface SolarisConfig {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** The token endpoint itself. */
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the client's secret can be read again, if it came from a file. */
  readonly clientSecretSource?: SecretSource | undefined;
  /** The time limit for all calls to Solaris within one request. */
  readonly timeoutMs: number;
  /** The proxy on the way to an https Solaris, if there is one. */
  readonly proxy?: HttpProxy;
}

export interface Config {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Secrets in files that other users of this computer may read. */
  readonly openSecrets: readonly SecretVariable[];
  readonly logLevel: LogLevel;
  /** How long a server that was told to stop serves on, while `/ready` says no, so that balancers stop sending. */
  readonly drainSeconds: number;
  /** Where Prometheus asks; nowhere without. */
  readonly metrics?: MetricsConfig;
  readonly solaris: SolarisConfig;
  /** Where the ledger is, and everything else that outlives the process. */
  readonly database: DatabaseConfig;
  /** Whether a start makes what the database lacks. If not, it is refused until `migrate` was run. */
  readonly migratesAtStart: boolean;
  readonly policy: PartnerPolicy;
  readonly limits: LimitsConfig;
  readonly retention: Retention;
  /** How long a change request can be confirmed, unless Solaris says. */
  readonly changeRequestSeconds: number;
  /** What keys the ids in the database's rows; only the demonstration works without. */
  readonly rowSecrets?: RowSecrets | undefined;
  /** Turns on demonstration sign-in; then only this computer can reach the backend. */
  readonly demoCustomers?: readonly DemoCustomer[];
  /** Sign-in by the tokens of an identity provider. With neither of the two nobody can sign in. */
  readonly signIn?: SignInConfig & { readonly persons: PersonConfig };
}

const port = wholeNumber(0, 65_535, "0 to 65535, where 0 takes a free port");
// Shorter than the app's own limit of 10 seconds, so the app gets an answer.
const timeout = wholeNumber(100, 60_000, "milliseconds from 100 to 60000, and less than the app waits (10000)");
const hostname = z
  .string()
  .refine(
    (value) => isIP(value) !== 0 || /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(value),
    "is not an address to listen on; expected an IP address or a host name, for example 127.0.0.1",
  );

const proxyUrl = z.string().transform((value, context): HttpProxy => {
  const proxy = readProxyUrl(value);
  if (proxy !== null) return proxy;
  const message = "is not the address of an HTTP proxy; expected http://HOST:PORT or http://USER:PASSWORD@HOST:PORT";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const ofSolaris = z.object({
  SOLARIS_API_URL: httpsUrl,
  SOLARIS_AUTH_URL: httpsUrl,
  // RFC 7617 §2: the user-id of Basic authentication cannot hold a colon.
  SOLARIS_CLIENT_ID: visible("the id of the OAuth client").refine(
    (value) => !value.includes(":"),
    "has a colon in it; expected the id of the OAuth client alone",
  ),
  SOLARIS_CLIENT_SECRET: visible("the secret of the OAuth client"),
  SOLARIS_TIMEOUT_MS: timeout.default(7000),
  SOLARIS_PROXY_URL: proxyUrl.optional(),
});
const environment = z.object({
  PORT: port.default(8080),
  HOST: hostname.default("127.0.0.1"),
  ...ofSolaris.shape,
  LOG_LEVEL: z.enum(logLevels, `is not a log level; expected one of ${logLevels.join(", ")}`).default("info"),
  PIN_CHANGE_ROUTES: listOf(pinChangeRoutes).default([...pinChangeRoutes]),
  ACCEPTED_PROTECTION_LEVELS: listOf(protectionLevels).default(["keychain_passcode", "hardware_passcode"]),
  ACTIVATION_LETTERS: yesOrNo.default(false),
  DEVICE_DATA: z
    .enum(deviceDataModes, `is not a known word; expected one of ${deviceDataModes.join(", ")}`)
    .default("off"),
  ...limitVariables,
  CHANGE_REQUEST_SECONDS: wholeNumber(30, 3600, "seconds from 30 to 3600").default(CONFIRMATION_SECONDS),
  MIGRATE_AT_START: yesOrNo.default(true),
  METRICS_PORT: port.optional(),
  METRICS_HOST: hostname.default("127.0.0.1"),
  DRAIN_SECONDS: wholeNumber(0, 300, "seconds from 0 to 300").default(5),
  ...retentionVariables,
  DEMO_CUSTOMERS: z.string().optional(),
});

/**
 * Reads the configuration from environment variables. An empty variable counts as unset.
 * @throws ConfigError
 */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const secrets = takeSecretFiles(variables);
  const given = withoutEmpty(secrets.variables);
  const faults = [...secrets.faults];
  const parsed = environment.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`));
  const database = readDatabase(given, secrets.files);
  if (!database.ok) faults.push(...database.faults);
  faults.push(...faultsOfTls(given));
  const demoCustomers = given.DEMO_CUSTOMERS === undefined ? undefined : readDemoCustomers(given.DEMO_CUSTOMERS);
  if (demoCustomers !== undefined) {
    if (!demoCustomers.ok) faults.push(`DEMO_CUSTOMERS ${demoCustomers.fault}`);
    if (!isLoopback(given.HOST ?? "127.0.0.1")) {
      faults.push("HOST is not loopback; expected 127.0.0.1 or ::1, because DEMO_CUSTOMERS lets anybody sign in");
    }
  }
  const signIn = readSignIn(given, secrets.files);
  if (!signIn.ok) faults.push(...signIn.faults);
  const persons = readPersonSettings(given, given.OIDC_ISSUER !== undefined, secrets.files);
  faults.push(...persons.faults);
  if (parsed.success && parsed.data.AUDIT_RETENTION_DAYS < parsed.data.RETENTION_DAYS) {
    faults.push("AUDIT_RETENTION_DAYS is shorter than RETENTION_DAYS; expected at least as many days");
  }
  if (!parsed.success || !database.ok || !signIn.ok || faults.length > 0) {
    const isSaid = (fault: string) => secrets.untaken.some((name) => fault.startsWith(`${name} is missing`));
    throw new ConfigError(faults.filter((fault) => !isSaid(fault)));
  }
  const values = parsed.data;
  const retention = { pinChangesMs: values.RETENTION_DAYS, auditMs: values.AUDIT_RETENTION_DAYS };
  return {
    host: values.HOST,
    port: values.PORT,
    openSecrets: secretVariables.filter((name) => secrets.files[name]?.isOpen),
    logLevel: values.LOG_LEVEL,
    drainSeconds: values.DRAIN_SECONDS,
    ...(values.METRICS_PORT !== undefined && { metrics: { host: values.METRICS_HOST, port: values.METRICS_PORT } }),
    solaris: solarisOf(values, secrets.files),
    database: database.database,
    migratesAtStart: values.MIGRATE_AT_START,
    policy: {
      pinChangeRoutes: values.PIN_CHANGE_ROUTES,
      acceptedProtectionLevels: values.ACCEPTED_PROTECTION_LEVELS,
      activationLetters: values.ACTIVATION_LETTERS,
      deviceData: values.DEVICE_DATA,
    },
    limits: limitsOf(values),
    retention,
    changeRequestSeconds: values.CHANGE_REQUEST_SECONDS,
    ...(persons.rowSecrets && { rowSecrets: persons.rowSecrets }),
    ...(demoCustomers?.ok && { demoCustomers: demoCustomers.value }),
    ...(signIn.signIn && { signIn: { ...signIn.signIn, persons: persons.persons } }),
  };
}

/**
 * Reads the variables of Solaris, which is all that a probe needs.
 * @throws ConfigError
 */
export function readSolarisConfig(variables: Record<string, string | undefined>): SolarisConfig {
  const secrets = takeSecretFiles(variables, ["SOLARIS_CLIENT_SECRET", "SOLARIS_PROXY_URL"]);
  const given = withoutEmpty(secrets.variables);
  const parsed = ofSolaris.safeParse(given);
  const faults = [...secrets.faults, ...faultsOfTls(given)];
  if (parsed.success && faults.length === 0) return solarisOf(parsed.data, secrets.files);
  const issues = parsed.success ? [] : parsed.error.issues;
  const others = issues.filter(({ path: [name] }) => !secrets.untaken.some((one) => one === name));
  throw new ConfigError([...faults, ...others.map(({ path: [name], message }) => `${String(name)} ${message}`)]);
}

function solarisOf(values: z.infer<typeof ofSolaris>, files: SecretFiles): SolarisConfig {
  return {
    apiUrl: values.SOLARIS_API_URL.replace(/\/+$/, ""),
    authUrl: values.SOLARIS_AUTH_URL,
    clientId: values.SOLARIS_CLIENT_ID,
    clientSecret: values.SOLARIS_CLIENT_SECRET,
    timeoutMs: values.SOLARIS_TIMEOUT_MS,
    clientSecretSource: sourceOf(files, "SOLARIS_CLIENT_SECRET", ifVisible),
    ...(values.SOLARIS_PROXY_URL && { proxy: values.SOLARIS_PROXY_URL }),
  };
}

function withoutEmpty(variables: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}

function faultsOfTls({
  NODE_TLS_REJECT_UNAUTHORIZED: verifies,
}: Readonly<Record<string, string | undefined>>): string[] {
  if (verifies !== "0") return [];
  return ["NODE_TLS_REJECT_UNAUTHORIZED is 0, which accepts any server as Solaris; expected not to be set"];
}

/**
 * What a command other than `migrate` does about missing tables: as a start does it.
 * @throws ConfigError
 */
export function readMigrationPlan({ MIGRATE_AT_START = "" }: Record<string, string | undefined>): MigrationPlan {
  const read = environment.shape.MIGRATE_AT_START.safeParse(MIGRATE_AT_START || undefined);
  if (!read.success) throw new ConfigError(read.error.issues.map(({ message }) => `MIGRATE_AT_START ${message}`));
  return { ...usualPlan, makesMissing: read.data };
}

/**
 * Reads the variables of the database, which is all that its commands need.
 * @throws ConfigError
 */
export function readDatabaseConfig(variables: Record<string, string | undefined>): DatabaseConfig {
  const { variables: given, faults, files } = takeSecretFiles(variables, ["DATABASE_URL"]);
  const read = readDatabase(given, files);
  if (!read.ok || faults.length > 0) throw new ConfigError(read.ok ? faults : [...faults, ...read.faults]);
  return read.database;
}

/**
 * Reads what keys the ids in the database's rows, for a command; undefined without.
 * @throws ConfigError
 */
export function readRowSecrets(variables: Record<string, string | undefined>): RowSecrets | undefined {
  const names = ["CUSTOMER_ID_SECRET", "CUSTOMER_ID_PREVIOUS_SECRET"] as const;
  const taken = takeSecretFiles(variables, names);
  const given = Object.fromEntries(names.map((name) => [name, taken.variables[name] || undefined]));
  const { rowSecrets, faults } = readPersonSettings(given, false, taken.files);
  if (taken.faults.length > 0 || faults.length > 0) throw new ConfigError([...taken.faults, ...faults]);
  return rowSecrets;
}

/**
 * Reads for how long rows are kept, for a command.
 * @throws ConfigError
 */
export function readRetention({ RETENTION_DAYS, AUDIT_RETENTION_DAYS }: Record<string, string | undefined>): Retention {
  const given = {
    RETENTION_DAYS: RETENTION_DAYS || undefined,
    AUDIT_RETENTION_DAYS: AUDIT_RETENTION_DAYS || undefined,
  };
  const parsed = z.object(retentionVariables).safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((one) => `${String(one.path[0])} ${one.message}`));
  return { pinChangesMs: parsed.data.RETENTION_DAYS, auditMs: parsed.data.AUDIT_RETENTION_DAYS };
}
