import type { Plumbline } from "../plumbline.ts"

/** What the routes need of an open folder. */
export type Line = Pick<
  Plumbline,
  | "folder"
  | "metrics"
  | "eventCounts"
  | "ask"
  | "rowsBehind"
  | "difference"
  | "tape"
  | "dimensions"
  | "status"
  | "importFrom"
  | "onLanded"
>
