import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useMeta } from "../meta.tsx"
import { useScope } from "../scope/use-scope.ts"
import classes from "./behind-link.module.css"
import { behind, type NumberShown } from "./search.ts"

/** A number that leads to the rows it was made of. */
export function BehindLink({ number, label, children }: { number: NumberShown; label: string; children: ReactNode }) {
  const { scope } = useScope()
  const { today } = useMeta()
  return (
    <Link to="/behind" search={behind(scope, today, number)} className={classes.number} aria-label={label}>
      {children}
    </Link>
  )
}
