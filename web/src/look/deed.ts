import { createSignal, type Accessor } from 'solid-js'
import { ApiError, asFailure, type Failure } from '../../client/failures'

/** Something that is asked of the platform by a button, and what became of it. */
export interface Deed {
  readonly busy: Accessor<boolean>
  readonly failure: Accessor<Failure | undefined>
  /** What was done, in words; undefined before, and again once something is changed. */
  readonly done: Accessor<string | undefined>
  /** The refusal where it is about this field of the request. */
  faultOf(...fields: string[]): string | undefined
  run(): Promise<void>
  /** The request is another now: what was said of the last one is over. */
  forget(): void
}

/** @param act does it and says what was done; rejects with a failure */
export function createDeed(act: () => Promise<string>): Deed {
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | undefined>()
  const [done, setDone] = createSignal<string | undefined>()
  const forget = () => {
    setFailure(undefined)
    setDone(undefined)
  }
  return {
    busy,
    failure,
    done,
    forget,
    faultOf(...fields) {
      const why = failure()
      const about = why instanceof ApiError && fields.includes(why.field ?? '')
      return about ? why.message : undefined
    },
    async run() {
      if (busy()) return
      setBusy(true)
      forget()
      try {
        setDone(await act())
      } catch (thrown) {
        setFailure(asFailure(thrown))
      } finally {
        setBusy(false)
      }
    },
  }
}

/** A key that makes a request recognisable when it is sent again, another for another request. */
export function createKey(request: () => string): { now(): string; renew(): void } {
  let [key, of] = [crypto.randomUUID() as string, '']
  return {
    now() {
      if (of !== request()) [key, of] = [crypto.randomUUID(), request()]
      return key
    },
    renew: () => void (of = ''),
  }
}
