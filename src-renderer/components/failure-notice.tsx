import type { Failure } from "../../src-preload/contract/result.ts";
import { words } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/** A failure in words: what happened, what to do, and the reference for support. */
export function FailureNotice({ failure }: { readonly failure: Pick<Failure, "code" | "supportId"> | null }) {
  if (failure === null) return null;
  const { what, next } = words.errors[failure.code];
  return (
    <Notice kind="problem">
      <p>
        <strong>{what}</strong> {next}
      </p>
      <p class="reference">{words.errorReference(failure.code, failure.supportId)}</p>
    </Notice>
  );
}
