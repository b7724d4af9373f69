import type { World } from "../world.ts";
import type { Answer, Call } from "./call.ts";

/** What an endpoint does: reads and changes the world, and answers. Refuses by throwing `Refused`. */
export type Operation = (world: World, call: Call) => Answer;
