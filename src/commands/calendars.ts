import { join } from "node:path"
import { calendarLines } from "../calendar/overview.ts"
import { CALENDARS_FILE, readCalendars } from "../calendar/read.ts"
import { now } from "../clock.ts"
import type { CommandAlone } from "./command.ts"

export const calendars: CommandAlone = {
  name: "calendars",
  summary: "show the opening hours of this week, the next holidays, and what each calendar is for",
  alone: true,
  async run({ config, out }) {
    const settings = await readCalendars(config.folder)
    if (settings.calendars.length === 0) {
      out.line(`There are no calendars. Write them to ${join(config.folder, CALENDARS_FILE)}; docs/calendars.md says how.`)
      return
    }
    for (const line of calendarLines(settings, now())) out.line(line)
  },
}
