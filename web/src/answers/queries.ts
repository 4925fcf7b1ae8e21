import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query"
import type { Difference } from "../../../src/query/lens/difference-question.ts"
import type { Answer, Question, RowsAnswer, RowsQuestion } from "../../../src/query/question.ts"
import { read, Refused, send } from "../api.ts"

const MOST_RETRIES = 3

/** What has been answered stays true until the server says that new data came; then everything is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // A refusal will not change by asking again; silence may.
      retry: (failures, error) => error instanceof Refused && error.status === 0 && failures < MOST_RETRIES,
    },
  },
})

export const useAnswer = (question: Question | null) =>
  useQuery({
    queryKey: ["answer", question],
    queryFn: ({ signal }) => send<Answer>("/answers", question, signal),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  })

export const useRowsBehind = (question: RowsQuestion | null) =>
  useQuery({
    queryKey: ["rows", question],
    queryFn: ({ signal }) => send<RowsAnswer>("/rows", question, signal),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  })

/** What is asked of a product's number: all steps, or the rows of one. */
interface DifferenceAsked {
  readonly question: Question
  readonly metric: string
  readonly step: number | null
  readonly offset: number
  readonly limit: number
}

export const useDifference = (asked: DifferenceAsked) =>
  useQuery({
    queryKey: ["difference", asked],
    queryFn: ({ signal }) => send<Difference>("/differences", asked, signal),
    placeholderData: keepPreviousData,
  })

/** Anything that is read by its address. */
export const useRead = <T>(path: string | null) =>
  useQuery({ queryKey: ["read", path], queryFn: ({ signal }) => read<T>(path ?? "", signal), enabled: path !== null })
