import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { asFailure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Trade } from '../../client/shapes'

/**
 * The first price of the UTC day that the last trade belongs to; a recording's day is its own.
 * Undefined while unknown.
 */
export function createDayOpen(
  rest: Rest,
  symbol: string,
  last: Accessor<Trade | undefined>,
): Accessor<string | undefined> {
  const [open, setOpen] = createSignal<string | undefined>()
  const day = createMemo(() => last()?.time.slice(0, 10))
  createEffect(
    on(day, (today) => {
      setOpen(undefined)
      if (today === undefined) return
      rest.bars(symbol, '1d', { limit: 1 }).then((bars) => {
        const bar = bars.at(-1)
        if (bar?.time.startsWith(today) === true && day() === today) setOpen(bar.open)
      }, asFailure)
    }),
  )
  return open
}
