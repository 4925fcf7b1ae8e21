/** What the server refused, in its own sentence. */
export class Refused extends Error {
  override readonly name = "Refused"
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, sentence: string) {
    super(sentence)
    this.status = status
    this.code = code
  }
}

const PREFIX = "/api/v1"

export const read = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>(path, signal ? { signal } : {})

export const send = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  call<T>(path, { ...posted(body), ...(signal && { signal }) })

/** An address of the API, for a link. */
export const addressOf = (path: string): string => PREFIX + path

/** How soon a line that was refused is tried again; one that broke the browser tries again by itself. */
const REFUSED_AGAIN_MS = 5_000

interface Listener {
  readonly heard: () => void
  /** The line stands again after a silence, in which there may have been news. */
  readonly back: () => void
}

/** Calls back at each piece of news, and after each silence, until the returned function is called. */
export function listen(path: string, kind: string, { heard, back }: Listener): () => void {
  let silent = false
  let later: ReturnType<typeof setTimeout> | undefined
  let source = open()
  function open(): EventSource {
    const line = new EventSource(PREFIX + path)
    line.addEventListener(kind, heard)
    line.addEventListener("open", () => {
      if (silent) back()
      silent = false
    })
    line.addEventListener("error", () => {
      silent = true
      // What stands before a server that is being restarted may answer in its stead; for the browser that is the end.
      if (line.readyState === EventSource.CLOSED) later = setTimeout(() => (source = open()), REFUSED_AGAIN_MS)
    })
    return line
  }
  return () => {
    clearTimeout(later)
    source.close()
  }
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, init)
  // The server's schemas are checked on its side; what it sends to its own page is what it says.
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(PREFIX + path, { ...init, credentials: "same-origin" }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    throw new Refused(0, "unreachable", "The server does not answer. Check that it is running; the page tries again by itself.")
  })
  if (!response.ok) throw await refusal(response)
  return response
}

const posted = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
})

async function refusal(response: Response): Promise<Refused> {
  const text = await response.text()
  const said = text.startsWith("{") ? (JSON.parse(text) as { code?: string; message?: string }) : {}
  const sentence = said.message ?? `The server answered ${response.status} and gave no reason.`
  return new Refused(response.status, said.code ?? String(response.status), sentence)
}
