import { Problem } from "../problem.ts"

/** How systems and the engine say that nothing more can be written: the disk is full, a quota or a limit of size is reached. */
const NO_ROOM = /no space left on device|disk quota exceeded|file too large|disk is full|not enough space|ENOSPC|EDQUOT|EFBIG/i

/** An error of the engine that its user can mend, as a Problem; any other as it is. */
export function explained(error: unknown): unknown {
  const found = error instanceof Error && !(error instanceof Problem) ? NO_ROOM.exec(error.message) : null
  return found ? new Problem("disk.full", { detail: found[0].toLowerCase() }, { cause: error }) : error
}
