import { z } from "zod";

/** The answer of a backend that runs, and of one that takes requests. */
export const health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
