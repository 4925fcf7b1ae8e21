/** Text as HTML shows it: nothing a person typed becomes markup. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}

/** The few pages that must work before anybody is let in: no script, and nothing to load. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Plumbline</title>
<style>${STYLE}</style>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</html>
`
}

export interface Field {
  readonly name: string
  readonly label: string
  readonly type: "text" | "password"
  readonly autocomplete: string
  readonly least?: number
}

export function form(action: string, fields: readonly Field[], hidden: Readonly<Record<string, string>>, button: string): string {
  return `<form method="post" action="${escapeHtml(action)}">
${Object.entries(hidden).map(toHidden).join("\n")}
${fields.map(toInput).join("\n")}
<button>${escapeHtml(button)}</button>
</form>`
}

function toHidden([name, value]: [string, string]): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`
}

function toInput({ name, label, type, autocomplete, least }: Field, index: number): string {
  const more = `${least === undefined ? "" : ` minlength="${least}"`}${index === 0 ? " autofocus" : ""}`
  return `<label>${escapeHtml(label)}<input name="${name}" type="${type}" autocomplete="${autocomplete}" required${more}></label>`
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0; display: grid; min-height: 100vh; place-items: center; background: light-dark(#f4f5f7, #16181c); color: light-dark(#1c2024, #e8eaed) }
main { width: min(24rem, calc(100vw - 4rem)); padding: 2rem; border-radius: 0.75rem; background: light-dark(#fff, #202328); box-shadow: 0 1px 4px #0003 }
h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25 }
form, label { display: grid; gap: 0.25rem }
form { gap: 1rem }
input { font: inherit; padding: 0.5rem 0.75rem; border: 1px solid #737a83; border-radius: 0.375rem; background: transparent; color: inherit }
button { font: inherit; font-weight: 600; padding: 0.625rem; border: 0; border-radius: 0.375rem; background: #1d5fa8; color: #fff; cursor: pointer }
:focus-visible { outline: 3px solid #4c8fd9; outline-offset: 2px }
[role=alert] { color: light-dark(#a61b1b, #ff9d9d) }
`
