import { askCommand } from "./ask.ts"
import { scorecardCommand } from "./scorecard.ts"
import { calendars } from "./calendars.ts"
import type { AnyCommand } from "./command.ts"
import { demoCommand } from "./demo.ts"
import { differenceCommand } from "./difference.ts"
import { docs } from "./docs.ts"
import { exportCommand } from "./export.ts"
import { importCommand } from "./import.ts"
import { keys } from "./keys.ts"
import { metricsCommand } from "./metrics.ts"
import { migrateCommand } from "./migrate.ts"
import { rebuild } from "./rebuild.ts"
import { recipe } from "./recipe.ts"
import { rowsCommand } from "./rows.ts"
import { tape } from "./tape.ts"
import { test } from "./test.ts"
import { users } from "./users.ts"
import { verify } from "./verify.ts"

/** Every command but `start`, which runs the others for whoever asks it to. */
export const commands: readonly AnyCommand[] = [
  importCommand,
  recipe,
  calendars,
  askCommand,
  scorecardCommand,
  rowsCommand,
  differenceCommand,
  tape,
  metricsCommand,
  exportCommand,
  verify,
  rebuild,
  test,
  users,
  keys,
  migrateCommand,
  demoCommand,
  docs,
]
