/** What metrics are about, in the order of the cards of the book of definitions. */
const FAMILIES = [
  { title: "Demand and workload", to: 10 },
  { title: "Speed", to: 20 },
  { title: "Access and promises", to: 26 },
  { title: "Productivity and capacity", to: 34 },
  { title: "Effectiveness", to: 45 },
  { title: "Voice of the customer", to: 53 },
  { title: "Self-service", to: 56 },
  { title: "Cost and people", to: 60 },
  { title: "Customers and money", to: 76 },
] as const

const REST = "Data"
const WRITTEN = "Your own"

/** Which family a metric belongs to. What people write themselves has no card. */
export function familyTitle({ card }: { readonly card: number }): string {
  if (card === 0) return WRITTEN
  return FAMILIES.find(({ to }) => card <= to)?.title ?? REST
}
