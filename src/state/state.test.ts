import { mkdtempSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "@photostructure/sqlite"
import { describe, expect, test } from "vitest"
import { listDashboards, removeDashboard, saveDashboard } from "./dashboards.ts"
import { acceptInvitation, INVITATION_LASTS_US, invite, whoIsInvited } from "./invitations.ts"
import { addKey, keyFor, listKeys, removeKey } from "./keys.ts"
import { closeSession, MOST_SESSIONS, openSession, SESSION_IDLE_US, SESSION_LASTS_US, userOfSession } from "./sessions.ts"
import { readSetting, writeSetting } from "./settings.ts"
import { openState, openStateFile } from "./state.ts"
import { addUser, findUser, hasAdmin, listUsers, removeUser, userFor } from "./users.ts"

const AT = 1_700_000_000_000_000
const PASSWORD = "correct horse battery"

describe("the file", () => {
  test("keeps what it was given when opened again, and is its owner's alone", () => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-state-"))
    const first = openState(folder)
    writeSetting(first, "demo", "true")
    first.close()
    const again = openState(folder)
    expect(readSetting(again, "demo")).toBe("true")
    again.close()
    expect(statSync(join(folder, "state.sqlite")).mode & 0o777).toBe(0o600)
  })

  test("written by a newer version it is not touched", () => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-state-"))
    openState(folder).close()
    const raw = new DatabaseSync(join(folder, "state.sqlite"))
    raw.exec("PRAGMA user_version = 99")
    raw.close()
    expect(() => openState(folder)).toThrow(/newer Plumbline \(step 99/)
  })

  test("a text with NUL is refused, for the driver would cut it there", () => {
    const state = memory()
    expect(() => state.run("INSERT INTO settings VALUES ('demo', ?)", "a\0b")).toThrow(/NUL/)
  })

  test("work that fails half way leaves nothing", () => {
    const state = memory()
    const half = () =>
      state.together(() => {
        writeSetting(state, "demo", "true")
        throw new Error("cut")
      })
    expect(half).toThrow("cut")
    expect(readSetting(state, "demo")).toBeNull()
  })
})

describe("the first administrator", () => {
  test("sets a name and a password with the link, once", async () => {
    const state = memory()
    const link = invite(state, null, AT)
    expect(whoIsInvited(state, link, AT)).toBeNull()
    expect(hasAdmin(state)).toBe(false)
    const user = await acceptInvitation(state, link, "Ana", PASSWORD, AT + 1)
    expect(user).toMatchObject({ name: "Ana", role: "admin", ready: true })
    expect(hasAdmin(state)).toBe(true)
    await expect(acceptInvitation(state, link, "Eve", PASSWORD, AT + 2)).rejects.toThrow(/used already/)
  })

  test("two who use one link at the same time: one gets in", async () => {
    const state = memory()
    const link = invite(state, null, AT)
    const both = await Promise.allSettled(["Ana", "Eve"].map((name) => acceptInvitation(state, link, name, PASSWORD, AT)))
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(listUsers(state)).toHaveLength(1)
  })

  test("is still wanted when somebody else came first", async () => {
    const state = memory()
    const link = invite(state, null, AT)
    const bo = addUser(state, "Bo", "viewer", AT)
    await acceptInvitation(state, invite(state, bo.user, AT), "", PASSWORD, AT)
    expect(hasAdmin(state)).toBe(false)
    expect(await acceptInvitation(state, link, "Ana", PASSWORD, AT)).toMatchObject({ role: "admin" })
  })

  test.each([
    ["after a day", INVITATION_LASTS_US, false],
    ["just before", INVITATION_LASTS_US - 1, true],
  ])("the link %s", (_when, after, good) => {
    const state = memory()
    const link = invite(state, null, AT)
    const look = () => whoIsInvited(state, link, AT + after)
    if (good) expect(look()).toBeNull()
    else expect(look).toThrow(/expired/)
  })

  test("a newer link takes the place of an older, and none is good once there is an administrator", async () => {
    const state = memory()
    const older = invite(state, null, AT)
    const newer = invite(state, null, AT)
    expect(() => whoIsInvited(state, older, AT)).toThrow()
    await acceptInvitation(state, newer, "Ana", PASSWORD, AT)
    const late = invite(state, null, AT)
    expect(() => whoIsInvited(state, late, AT)).toThrow()
  })

  test.each(["", " Ana", "Ana\n", "a\u0000b", "x".repeat(81), "\u202Eana"])(
    "cannot be called %j, and the link stays good",
    async (name) => {
      const state = memory()
      const link = invite(state, null, AT)
      await expect(acceptInvitation(state, link, name, PASSWORD, AT)).rejects.toThrow(/cannot be a name/)
      expect(whoIsInvited(state, link, AT)).toBeNull()
    },
  )

  test("a short password is refused, and the link stays good", async () => {
    const state = memory()
    const link = invite(state, null, AT)
    await expect(acceptInvitation(state, link, "Ana", "elevenchars", AT)).rejects.toThrow(/12 to 200/)
    expect(whoIsInvited(state, link, AT)).toBeNull()
  })
})

describe("users", () => {
  test("a link for one user sets that one's password and ends the sessions there were", async () => {
    const state = await withAna()
    const session = openSession(state, findUser(state, "Ana").user, AT)
    const link = invite(state, findUser(state, "Ana").user, AT)
    await acceptInvitation(state, link, "ignored", "another long password", AT)
    expect(userOfSession(state, session, AT)).toBeNull()
    expect(await userFor(state, "Ana", PASSWORD)).toBeNull()
    expect(await userFor(state, "ana", "another long password")).toMatchObject({ name: "Ana" })
  })

  test("no password is in the file", async () => {
    const state = await withAna()
    expect(JSON.stringify(state.rows("SELECT * FROM users"))).not.toContain(PASSWORD)
    expect(state.rows("SELECT password FROM users")[0]?.["password"]).toMatch(/^\$argon2id\$/)
  })

  test("nobody, the wrong password and one not yet set are all null", async () => {
    const state = await withAna()
    addUser(state, "Bo", "viewer", AT)
    expect(await userFor(state, "Nobody", PASSWORD)).toBeNull()
    expect(await userFor(state, "Ana", "wrong password")).toBeNull()
    expect(await userFor(state, "Bo", PASSWORD)).toBeNull()
    expect(await userFor(state, "A\0na", PASSWORD)).toBeNull()
  })

  test("names are one in any case, the last administrator stays, the unknown are named", async () => {
    const state = await withAna()
    expect(() => addUser(state, "ANA", "viewer", AT)).toThrow(/already a user/)
    expect(() => removeUser(state, "Ana")).toThrow(/last administrator/)
    expect(() => removeUser(state, "Cy")).toThrow(/no user named "Cy".*Ana/)
    addUser(state, "Bo", "viewer", AT)
    removeUser(state, "Bo")
    expect(listUsers(state).map((user) => user.name)).toEqual(["Ana"])
  })
})

describe("sessions", () => {
  test.each([
    ["at once", [0], true],
    ["after a week unused", [SESSION_IDLE_US], false],
    ["used every six days", [1, 2, 3, 4].map((n) => (n * 6 * SESSION_IDLE_US) / 7), true],
    ["after a month, used or not", [1, 2, 3, 4, 5].map((n) => (n * 6 * SESSION_IDLE_US) / 7).concat(SESSION_LASTS_US), false],
  ])("%s", async (_when, looks, good) => {
    const state = await withAna()
    const session = openSession(state, findUser(state, "Ana").user, AT)
    const seen = looks.map((after) => userOfSession(state, session, AT + after))
    expect(seen.at(-1) !== null).toBe(good)
  })

  test("closed it is over; a made-up one never was; only hashes are kept", async () => {
    const state = await withAna()
    const session = openSession(state, findUser(state, "Ana").user, AT)
    expect(JSON.stringify(state.rows("SELECT * FROM sessions"))).not.toContain(session)
    closeSession(state, session)
    expect(userOfSession(state, session, AT)).toBeNull()
    expect(userOfSession(state, "pls_made_up", AT)).toBeNull()
  })

  test("there are never more than the most", async () => {
    const state = await withAna()
    const user = findUser(state, "Ana").user
    const first = openSession(state, user, AT)
    for (let i = 1; i <= MOST_SESSIONS; i++) openSession(state, user, AT + i)
    expect(state.rows("SELECT * FROM sessions")).toHaveLength(MOST_SESSIONS)
    expect(userOfSession(state, first, AT + MOST_SESSIONS)).toBeNull()
  })
})

test("keys: seen once, found by what they are, gone when removed", () => {
  const state = memory()
  const key = addKey(state, "importer", "admin", AT)
  expect(key).toMatch(/^plk_[\w-]{43}$/)
  expect(keyFor(state, key, AT + 1)).toMatchObject({ name: "importer", role: "admin" })
  expect(listKeys(state)[0]?.used_at).toBe(AT + 1)
  expect(keyFor(state, `${key}x`, AT)).toBeNull()
  expect(() => addKey(state, "Importer", "viewer", AT)).toThrow(/already a key/)
  removeKey(state, "importer")
  expect(keyFor(state, key, AT)).toBeNull()
  expect(() => removeKey(state, "importer")).toThrow(/There are none yet/)
})

test("dashboards: saved, saved again, removed", () => {
  const state = memory()
  saveDashboard(state, "Morning", "Ana", "?from=2026-01-01", AT)
  saveDashboard(state, "morning", "Bo", "?from=2026-02-01", AT + 1)
  expect(listDashboards(state)).toEqual([{ name: "Morning", owner: "Bo", view: "?from=2026-02-01", changed_at: AT + 1 }])
  removeDashboard(state, "Morning")
  expect(() => removeDashboard(state, "Morning")).toThrow(/no dashboard/)
})

async function withAna() {
  const state = memory()
  await acceptInvitation(state, invite(state, null, AT), "Ana", PASSWORD, AT)
  return state
}

function memory() {
  return openStateFile(":memory:")
}
