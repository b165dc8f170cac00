import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { Bar, Interval } from '../../../client/shapes'
import { useTerminal } from '../../terminal'
import type { Plot } from '../indicator/indicators'
import type { Mark, OrderLine } from './marks'
import { drawCandles, type Candles } from './candles'

interface ChartProps {
  readonly bars: readonly Bar[]
  readonly interval: Interval
  readonly scale: number
  /** The picture in words. */
  readonly label: string
  readonly marks: readonly Mark[]
  readonly lines: readonly OrderLine[]
  readonly plots: readonly Plot[]
  older(): void
  hover(bar: Bar | undefined, price: number | undefined): void
  moved(line: OrderLine, price: number): void
}

export default function Chart(props: ChartProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let candles: Candles | undefined
  onMount(() => {
    if (element === undefined) return
    candles = drawCandles(element, {
      older: () => props.older(),
      hover: (bar, price) => props.hover(bar, price),
      moved: (line, price) => props.moved(line, price),
    })
    createEffect(() => candles?.scale(props.scale))
    createEffect(() => candles?.seconds(props.interval === '1s'))
    createEffect(() => candles?.draw(props.bars))
    createEffect(() => candles?.plot(props.plots))
    createEffect(() => candles?.marks.mark(props.marks))
    createEffect(() => candles?.marks.lines(props.lines))
    createEffect(
      on([looks.theme, looks.pair], () => requestAnimationFrame(() => candles?.recolour()), {
        defer: true,
      }),
    )
  })
  onCleanup(() => {
    candles?.remove()
    candles = undefined
  })
  return (
    <div
      ref={element}
      class="live-value absolute inset-0"
      role="img"
      aria-label={props.label}
    />
  )
}
