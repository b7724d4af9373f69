import { z } from "zod";

/** That this backend runs. */
export const health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
