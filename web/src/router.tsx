import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router"
import { Failure, NoSuchPage } from "./frame/states.tsx"
import { Shell } from "./frame/shell.tsx"
import { readMetricSearch } from "./lens/search.ts"
import { OverviewPage } from "./overview/overview-page.tsx"
import { readTableAddress } from "./overview/search.ts"
import { readRowsSearch } from "./rows/search.ts"
import { readAddress, writeAddress } from "./scope/address.ts"
import { readScope } from "./scope/scope.ts"
import { readTapeSearch } from "./tape/search.ts"

const root = createRootRoute({
  validateSearch: readScope,
  component: Shell,
  notFoundComponent: NoSuchPage,
  errorComponent: ({ error, reset }) => (
    <Failure error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
  ),
})

const overview = createRoute({ getParentRoute: () => root, path: "/", validateSearch: readTableAddress, component: OverviewPage })

const rows = createRoute({
  getParentRoute: () => root,
  path: "/behind",
  validateSearch: readRowsSearch,
  component: lazyRouteComponent(() => import("./rows/rows-page.tsx"), "RowsPage"),
})

const tape = createRoute({
  getParentRoute: () => root,
  path: "/conversations/$id",
  validateSearch: readTapeSearch,
  component: lazyRouteComponent(() => import("./tape/tape-page.tsx"), "TapePage"),
})

const scorecards = createRoute({
  getParentRoute: () => root,
  path: "/scorecards",
  component: lazyRouteComponent(() => import("./scorecards/scorecard-page.tsx"), "ScorecardsPage"),
})

const scorecard = createRoute({
  getParentRoute: () => root,
  path: "/scorecards/$name",
  component: lazyRouteComponent(() => import("./scorecards/scorecard-page.tsx"), "ScorecardPage"),
})

const metrics = createRoute({
  getParentRoute: () => root,
  path: "/metrics",
  component: lazyRouteComponent(() => import("./metrics/metrics-page.tsx"), "MetricsPage"),
})

const metric = createRoute({
  getParentRoute: () => root,
  path: "/metrics/$name",
  validateSearch: readMetricSearch,
  component: lazyRouteComponent(() => import("./metrics/metric-page.tsx"), "MetricPage"),
})

export const router = createRouter({
  routeTree: root.addChildren([overview, rows, tape, scorecards, scorecard, metrics, metric]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: "intent",
  scrollRestoration: true,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
