import { hash, verify } from "@node-rs/argon2"
import { Problem } from "../problem.ts"

export const LEAST_PASSWORD = 12
export const MOST_PASSWORD = 200

/** argon2id with the library's parameters (19 MiB, two passes), which are those OWASP asks for. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD)
    throw new Problem("password.weak", { least: LEAST_PASSWORD, most: MOST_PASSWORD })
  return hash(password.normalize("NFKC"))
}

/** Takes as long where there is no such user as where there is, so that the time does not tell who has an account. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  if (password.length > MOST_PASSWORD) return false
  const fits = await verify(stored ?? (await nobodysHash()), password.normalize("NFKC"))
  return stored !== null && fits
}

let nobodys: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobodys ??= hash("the password of nobody")
  return nobodys
}
