import type { Metric } from "../metric.ts"
import { volume } from "./volume.ts"

/** Everything that can be asked. To add a metric is a file and a line here. */
export const catalog: readonly Metric[] = [...volume]
