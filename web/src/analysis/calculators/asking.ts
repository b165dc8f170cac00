import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js'
import type { FunctionName, Rest } from '../../../client/rest'
import { asFailure, type Failure } from '../../../client/failures'
import { exampleOf, questionOf, type QuantFunction, type Texts } from './form'

const pauseMs = 250

/** What came of one question; the fields stay as they were asked. */
export interface Outcome {
  readonly question: Record<string, unknown>
  readonly figures: Readonly<Record<string, unknown>>
}

export interface Asking {
  readonly texts: Accessor<Texts>
  readonly outcome: Accessor<Outcome | undefined>
  readonly failure: Accessor<Failure | undefined>
  /** From 0 to 1 while a job is waited for. */
  readonly progress: Accessor<number | undefined>
  set(name: string, text: string): void
  /** Back to the published case. */
  reset(): void
}

/** Asks for a function's figures, again whenever a field has changed and rests. */
export function createAsking(
  rest: Pick<Rest, 'compute'>,
  fn: QuantFunction,
  maySee: Accessor<boolean>,
): Asking {
  const [texts, setTexts] = createSignal<Texts>(exampleOf(fn))
  const [outcome, setOutcome] = createSignal<Outcome | undefined>()
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const [progress, setProgress] = createSignal<number | undefined>()
  const name = `${fn.area}/${fn.name}` as FunctionName
  let run = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    run.abort()
    run = new AbortController()
    const mine = run
    const question = questionOf(fn.fields, texts())
    try {
      const figures = await rest.compute(name, question as never, {
        told: (part) => mine === run && setProgress(part),
        unwanted: mine.signal,
      })
      if (mine !== run) return
      setOutcome({ question, figures: figures as Readonly<Record<string, unknown>> })
      setFailure(undefined)
    } catch (thrown) {
      if (mine === run) setFailure(asFailure(thrown))
    }
    if (mine === run) setProgress(undefined)
  }
  onMount(() => {
    if (maySee()) void ask()
  })
  onCleanup(() => {
    clearTimeout(timer)
    run.abort()
  })
  return {
    texts,
    outcome,
    failure,
    progress,
    set(name, text) {
      setTexts({ ...texts(), [name]: text })
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), pauseMs)
    },
    reset() {
      setTexts(exampleOf(fn))
      void ask()
    },
  }
}
