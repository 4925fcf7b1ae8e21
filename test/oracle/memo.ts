/** What depends on nothing but what is asked is computed once. */
export function memo<Asked, Answer>(compute: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    if (known.has(asked)) return known.get(asked)!
    const answer = compute(asked)
    known.set(asked, answer)
    return answer
  }
}
