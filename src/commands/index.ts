import { calendars } from "./calendars.ts"
import type { AnyCommand } from "./command.ts"
import { demoCommand } from "./demo.ts"
import { docs } from "./docs.ts"
import { keys } from "./keys.ts"
import { test } from "./test.ts"
import { users } from "./users.ts"

/** Every command but `start`, which runs the others for whoever asks it to. */
export const commands: readonly AnyCommand[] = [calendars, test, users, keys, demoCommand, docs]
