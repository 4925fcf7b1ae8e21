/** Numbers one after another, emptied from story to story without giving back their room, as a list of the language would. */
export interface NumberList {
  values: Float64Array
  count: number
}

const FIRST_ROOM = 16

export function numberList(): NumberList {
  return { values: new Float64Array(FIRST_ROOM), count: 0 }
}

export function add(list: NumberList, value: number): void {
  if (list.count === list.values.length) {
    const values = new Float64Array(2 * list.count)
    values.set(list.values)
    list.values = values
  }
  list.values[list.count++] = value
}

/** Adds it unless it is there; says whether it was added. */
export function addNew(list: NumberList, value: number): boolean {
  for (let i = 0; i < list.count; i++) if (list.values[i] === value) return false
  add(list, value)
  return true
}
