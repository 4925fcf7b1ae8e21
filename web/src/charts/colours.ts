/** The page's own colours, read from its style sheet, so that a chart follows light and dark. */
export interface Colours {
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly surface: string
  readonly series: string
  readonly bar: string
  readonly band: string
  readonly before: string
  readonly limits: string
  readonly target: string
  readonly signal: string
}

export function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ink: read("--mantine-color-text"),
    soft: read("--ink-soft"),
    line: read("--line"),
    surface: read("--surface"),
    series: read("--series"),
    bar: read("--series-bar"),
    band: read("--series-soft"),
    before: read("--series-before"),
    limits: read("--limits"),
    target: read("--target"),
    signal: read("--signal"),
  }
}
