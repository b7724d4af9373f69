import { errorsDocumentFile, writeErrorsDocument } from "./errors-document.ts";
import { openApiDocumentFile, writeOpenApiDocument } from "./openapi-document.ts";
import { openApiTypesFile, writeOpenApiTypes } from "./openapi-types.ts";
import { scryptMixBinaryFile, writeScryptMixBinary } from "./scrypt-mix-binary.ts";

/** Writes what is made from the source, by their paths from the project's folder. */
export async function writeDocuments(): Promise<Record<string, string>> {
  const description = await writeOpenApiDocument();
  return {
    [errorsDocumentFile]: writeErrorsDocument(),
    [openApiDocumentFile]: description,
    [openApiTypesFile]: await writeOpenApiTypes(description),
    [scryptMixBinaryFile]: await writeScryptMixBinary(process.cwd()),
  };
}
