import { Show, createMemo } from 'solid-js'
import type { Instrument, Reliance } from '../../../client/shapes'
import { useTerminal } from '../../terminal'
import type { MarketBook } from '../reducers'
import { reliedOn } from './books'

const shapes: Record<Reliance, { readonly path: string; readonly look: string }> = {
  good: { path: 'M1.5 5.5l2.5 2.5l4.5 -6', look: 'fill-none stroke-up' },
  stale: { path: 'M5 1a4 4 0 1 0 .01 0M5 2.5v3h2', look: 'fill-none stroke-warning' },
  unknown: { path: 'M1.5 1.5l7 7m0 -7l-7 7', look: 'fill-none stroke-danger-text' },
}

interface ReliedBadgeProps {
  readonly market: Instrument | undefined
  readonly book: MarketBook | undefined
}

/** Whether the book can be relied on: a word, a shape, the reason on hover; leads to its gaps. */
export function ReliedBadge(props: ReliedBadgeProps) {
  const { connection, frame } = useTerminal()
  const relied = createMemo(() => {
    const { market, book } = props
    if (market === undefined || book === undefined) return undefined
    return reliedOn(market, book, connection.now(), connection.staleForMs())
  })
  return (
    <Show when={relied()}>
      {(now) => (
        <button
          type="button"
          class="inline-flex items-center gap-1 text-muted hover:text-text pointer-coarse:min-h-11"
          title={`${now().reason} Opens its gaps.`}
          aria-label={`Book ${now().state}: ${now().reason} Open its gaps`}
          onClick={() => frame.showData('gaps')}
          data-testid="book-relied"
          data-relied={now().state}
        >
          <svg viewBox="0 0 10 10" class="size-2.5" aria-hidden="true">
            <path
              d={shapes[now().state].path}
              class={shapes[now().state].look}
              stroke-width="1.5"
            />
          </svg>
          {now().state}
        </button>
      )}
    </Show>
  )
}
