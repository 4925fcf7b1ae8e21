import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { apiPage } from "./api-page.ts"
import { newHouse, OURS } from "./house-for-tests.ts"
import { permissions } from "./permissions.ts"

interface Described {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes: object }
}

interface Operation {
  readonly summary?: string
  readonly security?: readonly unknown[]
  readonly "x-needs"?: string
  readonly responses: Readonly<Record<string, unknown>>
}

const described = await describe()
const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
)

test("is OpenAPI 3.1, and every reference in it leads somewhere", () => {
  expect(described.openapi).toBe("3.1.0")
  const references = [...JSON.stringify(described).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name!,
  )
  expect(references.length).toBeGreaterThan(20)
  expect(references.filter((name) => !(name in described.components.schemas))).toEqual([])
})

test("every route is in the table of permissions, and every permission is of a route", () => {
  const routes = operations.map(([route]) => route)
  expect([...routes, "GET /openapi.json"].sort()).toEqual(Object.keys(permissions).sort())
})

test.each(operations)("%s says what it is for, what it needs and what goes wrong", (route, operation) => {
  expect(operation.summary).toMatch(/^[A-Z].*\.$/)
  expect(operation.responses).toHaveProperty("200")
  expect(operation.responses).toHaveProperty("default")
  expect(operation["x-needs"] ?? "nothing").toBe(permissions[route])
})

test.each(operations.filter(([, operation]) => operation["x-needs"]))("%s is shut to who is nobody", async (route) => {
  const [method, path] = route.split(" ") as [string, string]
  const response = await newHouse()
    .app()
    .request(`/api/v1${path.replaceAll(/\{\w+\}/g, "x")}`, { method, headers: OURS })
  expect(response.status).toBe(401)
})

test("docs/api.md is what the code would print now", () => {
  expect(readFileSync(join(import.meta.dirname, "../../docs/api.md"), "utf8")).toBe(apiPage())
})

async function describe(): Promise<Described> {
  const response = await newHouse().app().request("/api/v1/openapi.json", { headers: OURS })
  return (await response.json()) as Described
}
