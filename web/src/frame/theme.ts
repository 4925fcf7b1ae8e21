import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core"

/** The one accent: the deep green-blue of the mark. */
const plumb: MantineColorsTuple = [
  "#e9f5f5",
  "#d3e7e8",
  "#a5cfd1",
  "#74b5b8",
  "#4d9fa4",
  "#349297",
  "#248c92",
  "#14797f",
  "#0d6369",
  "#074c51",
]

/** Warm greys for dark pages; 7 is the page, 6 the cards, 4 the lines. */
const dark: MantineColorsTuple = [
  "#e4e4e1",
  "#b9bab6",
  "#9b9d99",
  "#777a77",
  "#3a3d3d",
  "#2b2e2e",
  "#1d2020",
  "#141616",
  "#0f1111",
  "#0a0b0b",
]

export const theme = createTheme({
  colors: { plumb, dark },
  primaryColor: "plumb",
  primaryShade: { light: 8, dark: 8 },
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif', fontWeight: "620" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
})

const light = {
  "--mantine-color-body": "#f6f6f3",
  "--mantine-color-text": "#1c2021",
  "--mantine-color-dimmed": "#5b6264",
  "--mantine-color-placeholder": "#5c636a",
  "--mantine-color-default-border": "#dcddd8",
  "--surface": "#ffffff",
  "--surface-sunken": "#f0f0ec",
  "--line": "#e5e5df",
  "--ink-soft": "#5b6264",
  "--accent": "#0d6369",
  "--accent-soft": "#dcecec",
  "--series": "#14797f",
  "--series-bar": "#4396a0",
  "--series-soft": "rgba(20, 121, 127, 0.16)",
  "--series-before": "#8b9294",
  "--limits": "#7d6a55",
  "--target": "#2c3436",
  "--signal": "#c2560c",
  "--good": "#166a3a",
  "--good-soft": "#e2f2e7",
  "--bad": "#a8321f",
  "--bad-soft": "#fbe9e5",
  "--warn": "#7a5200",
  "--warn-soft": "#fdf3da",
  "--heat": "13, 99, 105",
}

const night = {
  "--mantine-color-body": "#141616",
  "--mantine-color-text": "#e4e4e1",
  "--mantine-color-dimmed": "#a3a6a2",
  "--mantine-color-placeholder": "#9da19e",
  "--mantine-color-default-border": "#3a3d3d",
  "--surface": "#1d2020",
  "--surface-sunken": "#181a1a",
  "--line": "#2f3333",
  "--ink-soft": "#a3a6a2",
  "--accent": "#6cc0c4",
  "--accent-soft": "#173437",
  "--series": "#5bb6bb",
  "--series-bar": "#3f8f94",
  "--series-soft": "rgba(91, 182, 187, 0.18)",
  "--series-before": "#868b89",
  "--limits": "#a8957d",
  "--target": "#d9dad6",
  "--signal": "#f2a154",
  "--good": "#74cf94",
  "--good-soft": "#17301f",
  "--bad": "#f39a86",
  "--bad-soft": "#3a1f19",
  "--warn": "#e8bf62",
  "--warn-soft": "#33290f",
  "--heat": "91, 182, 187",
}

/** Names for what a colour means, so that no component names a colour. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light, dark: night })
