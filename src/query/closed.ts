import { z } from "zod"
import { nearest } from "../near.ts"

/** An object that has these fields and no others: a misspelt filter that is passed over would be a wrong number that looks right. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape) {
  const unknown = (key: string): string => {
    const near = nearest(key, Object.keys(shape))
    return `"${key}" is no field of it${near === undefined ? "" : `; "${near}" is probably meant`}`
  }
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? issue.keys.map(unknown).join("; ") : undefined),
  })
}
