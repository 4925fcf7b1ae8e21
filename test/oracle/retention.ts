import { createHash } from "node:crypto"
import type { Expected } from "./estimates.ts"
import { type Books, paidBefore } from "./money.ts"

const DAYS_US = 90 * 86_400_000_000

interface Asked {
  readonly customer: string
  /** From when on it is looked whether the customer comes back. */
  readonly at: number
}

/** When a customer bought, or began to pay another sum than before. */
function actsOf(books: Books, customer: string): readonly number[] {
  const own = books.events.filter((event) => event.customer === customer)
  const bought = own.filter(({ kind }) => kind === "order.placed").map(({ at }) => at)
  const changed = own.filter(({ kind }) => kind === "subscription.changed").map(({ at }) => at)
  const began = changed.filter((at) => {
    const [before, after] = [paidBefore(books, customer, at), paidBefore(books, customer, at + 1)]
    return after > 0 && after !== before
  })
  return [...bought, ...began]
}

function actedIn(books: Books, { customer }: Asked, after: number, until: number): boolean {
  return actsOf(books, customer).some((at) => at > after && at <= until)
}

const paysAt = (books: Books, { customer, at }: Asked): boolean => paidBefore(books, customer, at + 1) > 0
const wasThere = (books: Books, asked: Asked): boolean =>
  paysAt(books, asked) || actedIn(books, asked, asked.at - DAYS_US, asked.at)

/** Of each customer the first solve of the period. */
function solvedIn(books: Books): readonly Asked[] {
  const opened = books.events.filter(({ kind }) => kind === "conversation.opened")
  const solves = opened.flatMap(({ subject, customer }) => {
    const own = books.events.filter((event) => event.subject === subject && event.status === "solved")
    return own.length === 0 ? [] : [{ customer: customer!, at: Math.min(...own.map(({ at }) => at)) }]
  })
  const here = solves.filter(({ at }) => at >= books.from && at < books.to).sort((a, b) => a.at - b.at)
  return here.filter((solve, i) => here.findIndex(({ customer }) => customer === solve.customer) === i)
}

/** Everybody else who was there at the moment that the name gives them. */
function othersIn(books: Books): readonly Asked[] {
  const customers = [...new Set(books.events.flatMap(({ customer }) => customer ?? []))]
  const solved = new Set(solvedIn(books).map(({ customer }) => customer))
  const asked = customers
    .filter((customer) => !solved.has(customer))
    .map((customer) => {
      const spread = Number.parseInt(createHash("md5").update(customer).digest("hex").slice(0, 8), 16) % 1000
      return { customer, at: books.from + Math.floor((books.to - books.from) / 1000) * spread }
    })
  return asked.filter((one) => wasThere(books, one))
}

function returned(books: Books, asked: readonly Asked[]): Expected {
  const ripe = asked.filter(({ at }) => at + DAYS_US <= books.asOf)
  const back = ripe.filter((one) => paysAt(books, one) || actedIn(books, one, one.at, one.at + DAYS_US))
  return { value: ripe.length === 0 ? null : back.length / ripe.length, n: ripe.length, pending: asked.length - ripe.length }
}

/** The second computations of who comes back after an issue, and without one. */
export const retention: Readonly<Record<string, (books: Books) => Expected>> = {
  post_issue_retention: (books) => returned(books, solvedIn(books)),
  "post_issue_retention:active": (books) =>
    returned(
      books,
      solvedIn(books).filter((one) => wasThere(books, one)),
    ),
  "post_issue_retention:control": (books) => returned(books, othersIn(books)),
  "post_issue_retention:difference": (books) => {
    const [of, from] = [solvedIn(books).filter((one) => wasThere(books, one)), othersIn(books)].map((asked) =>
      returned(books, asked),
    )
    const value = of!.value === null || from!.value === null ? null : (of!.value - from!.value) * 100
    return { ...of!, value }
  },
}
