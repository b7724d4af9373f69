import { z } from "zod";

/** The answer of a running backend. */
export const health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
