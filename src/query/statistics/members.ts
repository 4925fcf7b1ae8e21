/** By group: the lists it has, where `groups` tells for each list the number of its group. */
export function membersOf(groups: Uint32Array): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: groups.reduce((most, group) => Math.max(most, group + 1), 0) }, () => [])
  for (const [list, group] of groups.entries()) members[group]!.push(list)
  return members
}
