import { fields, type Field, type FieldName } from "./fields.ts"
import { FAMILIES, kinds, type Kind } from "./kinds.ts"

const FAMILY_TITLES = {
  conversation: "Conversations",
  call: "Calls",
  survey: "Surveys",
  help: "Self-service",
  people: "People",
  money: "Money",
  identity: "Identity",
  data: "Data",
} as const

/** docs/events.md, printed from the kinds and fields. */
export function eventsPage(): string {
  return [
    "# Events",
    "",
    "Printed from `src/events` by `plumbline docs`; do not edit.",
    "",
    ...envelope,
    ...FAMILIES.flatMap((family) => [`## ${FAMILY_TITLES[family]}`, "", ...kindsOf(family).flatMap(kindLines)]),
    "## Fields",
    "",
    "A name means the same in every kind.",
    "",
    "| field | type | means |",
    "|---|---|---|",
    ...Object.entries(fields).map(([name, field]) => `| \`${name}\` | ${typeOf(field)} | ${field.means} |`),
    "",
  ].join("\n")
}

const envelope = [
  "One JSON object a line (NDJSON). Every event has",
  "",
  "| field | means |",
  "|---|---|",
  "| `id` | stable and the source's own, `helpdesk:audit:917:3`. The same id with the same content changes nothing; with other content it is a new version |",
  "| `at` | when it happened: RFC 3339 with offset, `2026-05-04T09:12:00+02:00` |",
  "| `kind` | one of those below |",
  "| `subject` | what it is about: `conversation:917`, `call:55`, `agent:ana` |",
  "",
  "and the fields of its kind. What the source has beyond them goes into `attributes`: text, number or list of text by name.",
  "",
]

function kindsOf(family: string): [string, Kind][] {
  return Object.entries(kinds as Record<string, Kind>).filter(([, kind]) => kind.family === family)
}

function kindLines([name, kind]: [string, Kind]): string[] {
  const list = (names: readonly FieldName[]) => names.map((field) => `\`${field}\``).join(", ")
  return [
    `### \`${name}\``,
    "",
    `${kind.means} Subject: ${kind.subject.map((subject) => `\`${subject}:…\``).join(" or ")}.`,
    ...(kind.needs.length > 0 ? [`Needs ${list(kind.needs)}.`] : []),
    `May have ${list(kind.may)}.`,
    "",
  ]
}

function typeOf({ type, values, least, most }: Field): string {
  if (values) return values.map((value) => `\`${value}\``).join(", ")
  const range = [least !== undefined && `from ${least}`, most !== undefined && `to ${most}`].filter(Boolean).join(" ")
  return range ? `${type} ${range}` : type
}
