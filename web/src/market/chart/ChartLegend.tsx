import { For, Show, createMemo } from 'solid-js'
import { canonical, decimal, divide, isZero, subtract, toNumber } from '../../../client/decimal'
import type { Bar } from '../../../client/shapes'
import { atScale, dayTime, grouped, percent } from '../../look/format'
import { signed } from '../../look/signed'

interface ChartLegendProps {
  readonly bar: Bar
  readonly scale: number
  /** Whether it is the bar under the crosshair and not the newest. */
  readonly hovered: boolean
  /** What happened at that bar outside of the book. */
  readonly event: string | undefined
}

const parts = [
  ['O', 'open'],
  ['H', 'high'],
  ['L', 'low'],
  ['C', 'close'],
] as const

/** A bar in numbers, over the picture of it. */
export function ChartLegend(props: ChartLegendProps) {
  const change = createMemo(() => {
    const open = decimal(props.bar.open)
    const difference = subtract(decimal(props.bar.close), open)
    const share = isZero(open) ? 0 : toNumber(divide(difference, open, 8, 'down'))
    return { ...signed(difference, props.scale), share: percent(share) }
  })
  return (
    <dl
      class="live-value pointer-events-none absolute top-1 left-3 z-10 flex flex-wrap gap-x-3
        text-[12px] max-wide:max-w-[280px]"
      data-testid="chart-legend"
    >
      <dt class="sr-only">Bar of</dt>
      <dd class={`text-muted tabular-nums ${props.hovered ? '' : 'sr-only'}`}>
        {dayTime(props.bar.time)}
      </dd>
      <For each={parts}>
        {([letter, part]) => (
          <div class="flex gap-1">
            <dt class="text-muted">{letter}</dt>
            <dd class="text-digits tabular-nums">{atScale(props.bar[part], props.scale)}</dd>
          </div>
        )}
      </For>
      <div class="flex gap-1">
        <dt class="text-muted">V</dt>
        <dd class="text-digits tabular-nums">{grouped(canonical(decimal(props.bar.volume)))}</dd>
      </div>
      <dt class="sr-only">Change</dt>
      <dd class={`tabular-nums ${change().colour}`}>
        {change().text} ({change().share})
      </dd>
      <Show when={props.event}>
        <dt class="sr-only">Event</dt>
        <dd class="text-warning">● {props.event}</dd>
      </Show>
    </dl>
  )
}
