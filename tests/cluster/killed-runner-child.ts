// Starts what a cluster consists of, a program and a folder, says so, and waits to be killed.
import process from "node:process";
import { openPrograms } from "./programs-beside.ts";

const programs = await openPrograms();
const { child } = programs.startOfSystem("sleeper", "/bin/sleep", ["600"]);
process.send?.({ pid: child.pid, folder: programs.folder });
