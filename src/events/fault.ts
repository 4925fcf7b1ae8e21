/**
 * Why something is not an event, or a value not one of its field. `reason` is a sentence without its subject: `must be a number, not "x"`.
 * A value of its own class, because a field's value can itself be an object. It is returned, not thrown: files have millions of lines.
 */
export class Fault {
  readonly reason: string
  /** Where; null where the whole line is wrong. */
  readonly field: string | null

  constructor(reason: string, field: string | null = null) {
    this.reason = reason
    this.field = field
  }
}
