import { SegmentedControl, Select } from "@mantine/core"
import { useMediaQuery } from "@mantine/hooks"
import { useNavigate, useSearch } from "@tanstack/react-router"
import type { Definition, ProductShown } from "../../../src/query/question.ts"
import { useDifference } from "../answers/queries.ts"
import { Failure } from "../frame/states.tsx"
import { Waiting } from "../frame/waiting.tsx"
import { useScope } from "../scope/use-scope.ts"
import classes from "./lens.module.css"
import { readLensSearch } from "./search.ts"
import { Way } from "./way.tsx"

/** What another product would show of the same events, and the way there from our number. */
export function AsOthers({ definition }: { definition: Definition }) {
  const { as } = readLensSearch(useSearch({ strict: false }))
  const products = definition.more?.products ?? []
  const chosen = products.find(({ name }) => name === as)
  if (products.length === 0) return null
  return (
    <section className={classes.section} aria-label="As another product shows it">
      <div className={classes.head}>
        <h2>As another product shows it</h2>
        <Products products={products} chosen={chosen?.name ?? OURS} />
      </div>
      {chosen === undefined && <p className={classes.said}>{invitation(products)}</p>}
      {chosen?.called === null && <p className={classes.said}>{chosen.differs}</p>}
      {chosen && chosen.called !== null && <Asked definition={definition} product={chosen} />}
    </section>
  )
}

const OURS = "ours"

function invitation(products: readonly ProductShown[]): string {
  const titles = products.map(({ title }) => title)
  const names = titles.length === 1 ? titles.join() : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`
  const verb = titles.length === 1 ? "counts this by rules of its own" : "count this by rules of their own"
  return `${names} ${verb}, so two right numbers can differ. Choose one to see what it would show of the same events, and which conversations make the difference.`
}

function Products({ products, chosen }: { products: readonly ProductShown[]; chosen: string }) {
  const narrow = useMediaQuery("(max-width: 48em)") ?? false
  const navigate = useNavigate()
  const data = [{ value: OURS, label: "Ours alone" }, ...products.map(({ name, title }) => ({ value: name, label: title }))]
  const choose = (name: string): void =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, as: name === OURS ? undefined : name, step: undefined, page: undefined }),
      resetScroll: false,
    })
  const label = "As which product"
  if (!narrow) return <SegmentedControl aria-label={label} data={data} value={chosen} onChange={choose} />
  return (
    <Select
      aria-label={label}
      data={data}
      value={chosen}
      onChange={(name) => name !== null && choose(name)}
      allowDeselect={false}
      w={180}
      size="md"
    />
  )
}

function Asked({ definition, product }: { definition: Definition; product: ProductShown }) {
  const { asked } = useScope()
  const { from, to, where } = asked
  const question = { metrics: [definition.ref], from, to, ...(where && { where }), as: product.name }
  const way = useDifference({ question, metric: definition.ref, step: null, offset: 0, limit: 1 })
  if (way.isError) return <Failure error={way.error} onRetry={() => void way.refetch()} />
  // What was found for the product before is not this one's.
  if (!way.data || way.data.product !== product.title || way.data.definition.ref !== definition.ref)
    return <Waiting what={`Counting as ${product.title} does`} height={240} />
  return <Way difference={way.data} question={question} busy={way.isFetching} earlier={way.isPlaceholderData} />
}
