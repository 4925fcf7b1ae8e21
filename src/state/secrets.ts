import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

const SECRET_BYTES = 32

/** Something only its holder knows. The prefix says what it is for when it turns up in the wrong place. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(SECRET_BYTES).toString("base64url")}`
}

/** What is kept of a secret. Of 256 random bits a plain hash is enough: nothing can be guessed, so nothing has to be slow. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)))
}
