import type { World } from "../world.ts";
import type { Answer, Call } from "./call.ts";

/** An endpoint: reads and changes the world, and answers. Refuses by throwing `Refused`. */
export type Operation = (world: World, call: Call) => Answer;
