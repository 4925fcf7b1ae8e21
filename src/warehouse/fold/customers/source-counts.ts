import { dataKinds } from "../../../events/kinds/data.ts"
import { sourceCounts } from "../../tables.ts"
import { insert, type Step } from "./insert.ts"

/** What sources count themselves. A day that is counted again, as while it lasts, has the count that was told last. */
export async function foldSourceCounts(step: Step): Promise<void> {
  await insert(
    step,
    sourceCounts,
    {
      source: "subject",
      from_at: `"at"`,
      until_at: `"until"`,
      entity: "entity",
      channel: "channel",
      counted: `round("count")::INTEGER`,
    },
    `FROM temp.happened WHERE kind = ${dataKinds["source.counted"].code}
QUALIFY row_number() OVER (PARTITION BY subject, "at", "until", entity, channel ORDER BY seq DESC) = 1`,
  )
}
