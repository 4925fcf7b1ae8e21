/** Works out what is asked of a thing the first time it is asked, and keeps it as long as the thing itself is kept. */
export function oncePer<Of extends WeakKey, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, Found>()
  return (of) => {
    if (known.has(of)) return known.get(of)!
    const found = find(of)
    known.set(of, found)
    return found
  }
}

/** Keeps what was found for each key; begins anew at `most`, for what there is any number of. */
export function oncePerKey<Found>(most: number): (key: string, find: () => Found) => Found {
  const known = new Map<string, Found>()
  return (key, find) => {
    if (known.has(key)) return known.get(key)!
    const found = find()
    if (known.size >= most) known.clear()
    known.set(key, found)
    return found
  }
}
