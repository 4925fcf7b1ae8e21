import { assert } from "../assert.ts"
import { createApi } from "./api.ts"
import { describeApi } from "./description.ts"
import type { Doors } from "./doors.ts"
import type { Line } from "./line.ts"
import { API } from "./permissions.ts"

/** What this page reads of the description; the rest of OpenAPI is not used here. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly default?: unknown
}

interface Operation {
  readonly summary: string
  readonly "x-needs"?: string
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema; description?: string }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

/** docs/api.md, printed from the routes. */
export function apiPage(): string {
  const { info, paths, components } = describeApi(undressedApi()) as unknown as {
    info: { description: string }
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
    components: { schemas: Readonly<Record<string, Schema>> }
  }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => routeOf(`${method.toUpperCase()} ${path}`, operation)),
  )
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaOf(name, schema))
  return `${head(info.description)}\n## Routes\n\n${routes.join("\n")}\n## What they take and give\n\n${schemas.join("\n")}`
}

/** The API with nothing behind it: enough to describe it, and a defect to call. */
function undressedApi() {
  const nothing = new Proxy(
    {},
    { get: (_target, name) => assert(typeof name === "symbol", `nothing stands behind ${String(name)}`) },
  )
  // A Proxy has no type of its own; whoever reads a property of this one is told so.
  return createApi(
    nothing as Line,
    { state: nothing, now: () => 0 } as Doors,
    (work) => work(new AbortController().signal),
    () => {},
  )
}

function head(means: string): string {
  return `# The API

${means}

All addresses stand below \`${API}\`. \`${API}/openapi.json\` is the same description for programs (OpenAPI 3.1). This page is printed from
the code by \`plumbline docs\`.

A program sends a key, \`Authorization: Bearer plk_…\`; \`plumbline keys add NAME\` makes one. The demo company is open on this machine
without one. Whatever goes wrong is answered as a [Failure](#failure) with a status of 400 or more; where waiting helps,
\`Retry-After\` says how long.
`
}

function routeOf(title: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, required, schema, description }) =>
      `- \`${name}\` ${typeOf(schema)}${required ? ", needed" : ""}${tail(schema, description)}`,
  )
  const body = operation.requestBody && `Takes ${contentOf(operation.requestBody.content)}.`
  const given = operation.responses["200"]
  const gives = `Gives ${contentOf(given?.content ?? {})}. ${given?.description ?? ""}`
  const needs = operation["x-needs"] ? `Needs the right to ${operation["x-needs"]}.` : "Open to all."
  const parts = [`### ${title}`, `${operation.summary} ${needs}`, parameters.join("\n"), body ?? "", gives.trim()]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

function schemaOf(name: string, schema: Schema): string {
  return `### ${name}\n\n${schema.description ?? ""}\n\n${fieldsOf(schema, "")}\n`
}

function fieldsOf(schema: Schema, indent: string): string {
  const required = new Set(schema.required)
  return Object.entries(schema.properties ?? {})
    .map(([name, field]) => {
      const own = `${indent}- \`${name}\` ${typeOf(field)}${required.has(name) ? "" : ", may be absent"}${tail(field)}`
      const inner = fieldsOf(field.items ?? field, `${indent}  `)
      return inner && !field.$ref && !field.items?.$ref ? `${own}\n${inner}` : own
    })
    .join("\n")
}

function contentOf(content: Content): string {
  return Object.entries(content)
    .map(([type, { schema }]) => `${type === "application/json" ? "" : `\`${type}\` `}${inlineOf(schema)}`)
    .join(" or ")
}

function inlineOf(schema: Schema): string {
  if (!schema.properties) return typeOf(schema)
  const fields = Object.entries(schema.properties).map(([name, field]) => `\`${name}\`: ${typeOf(field)}`)
  return `{ ${fields.join(", ")} }`
}

function tail(schema: Schema, description = schema.description): string {
  const usual = schema.default === undefined ? "" : ` (${JSON.stringify(schema.default)} if not said)`
  return `${description ? `: ${description}` : ""}${usual}`
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return linkTo(schema.$ref.split("/").at(-1) ?? "")
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(" | ")
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" or ")
  if (schema.items) return `list of ${typeOf(schema.items)}`
  if (typeof schema.additionalProperties === "object") return `${typeOf(schema.additionalProperties)} by name`
  if (typeof schema.type === "string") return schema.type
  return schema.type?.join(" or ") ?? "anything"
}

function linkTo(name: string): string {
  return `[${name}](#${name.toLowerCase()})`
}
