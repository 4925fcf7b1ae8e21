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

/** Calls back at each piece of news until the returned function is called. The browser reconnects by itself. */
export function listen(path: string, kind: string, heard: (text: string) => void): () => void {
  const source = new EventSource(PREFIX + path)
  source.addEventListener(kind, (event) => heard(String(event.data)))
  return () => source.close()
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
