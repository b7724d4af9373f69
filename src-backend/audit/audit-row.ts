import { createHmac, hash } from "node:crypto";
import type { AuditEntryTable, PinChangeTable } from "../database/tables.ts";

/** In entries. What is computed of a row id alone is needed for each of its customer's rows, and three of each change. */
const MOST_CHAINS = 1000;
const chains = new Map<string, string>();
const starts = new Map<string, string>();

/** A row without its place in the chain. */
export type AuditContent = Omit<AuditEntryTable, "number" | "hash">;

/**
 * What the audit keeps of a row of the ledger as it is written. Instead of ids it has HMACs, whose key is the row's own id of
 * its customer: that is one itself, by a secret (sign-in/customer-ids.ts). So whoever has that secret, and a person's or a
 * request's id, can find their rows; and nobody can any more once the secret and the row are gone.
 */
export function auditOf(row: PinChangeTable): AuditContent {
  const { customer_id: rowId } = row;
  return {
    chain: chainOf(rowId),
    request: digestOf(rowId, "request", row.request_id),
    attempt: row.attempt,
    card: row.card_id === null ? null : digestOf(rowId, "card", row.card_id),
    route: row.route,
    state: row.state,
    problem: row.problem,
    version: row.version,
    at: row.updated_at,
    row_digest: digestOf(rowId, "row", wholeRow(row)),
  };
}

/** The chain of a customer's row id. It begins with the mark of the secret, as that does, if there is one. */
export function chainOf(rowId: string): string {
  return keptOr(chains, rowId, () => rowId.slice(0, rowId.indexOf(".") + 1) + digestOf(rowId, "chain", ""));
}

/** What the first row of a chain follows. */
export function startOf(chain: string): string {
  return keptOr(starts, chain, () => sha256(`cardbound/audit/v1 ${chain}`));
}

/** A row's hash: SHA-256 of the hash before it, its number and its content, in hexadecimal. */
export function hashOf(previous: string, number: number, content: AuditContent): string {
  return sha256(`${previous} ${number} ${textOf(content)}`);
}

/** A row's content as text, of which there is one: in this order, whatever order the columns are read in. */
export function textOf(content: AuditContent): string {
  const { chain, request, attempt, card, route, state, problem, version, at, row_digest } = content;
  return JSON.stringify([chain, request, attempt, card, route, state, problem, version, at, row_digest]);
}

function keptOr(kept: Map<string, string>, name: string, compute: () => string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const computed = compute();
  if (kept.size >= MOST_CHAINS) kept.clear();
  kept.set(name, computed);
  return computed;
}

function wholeRow(row: PinChangeTable): string {
  return JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function digestOf(rowId: string, of: "chain" | "request" | "card" | "row", value: string): string {
  return createHmac("sha256", rowId).update(`cardbound/audit/v1/${of}\0${value}`).digest("base64url");
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
