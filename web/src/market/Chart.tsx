import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { Bar, Interval } from '../../client/shapes'
import { useTerminal } from '../terminal'
import { drawCandles, type Candles } from './candles'

interface ChartProps {
  readonly bars: readonly Bar[]
  readonly interval: Interval
  readonly scale: number
  /** The picture in words. */
  readonly label: string
  older(): void
}

export default function Chart(props: ChartProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let candles: Candles | undefined
  onMount(() => {
    if (element === undefined) return
    candles = drawCandles(element, () => props.older())
    createEffect(() => candles?.scale(props.scale))
    createEffect(() => candles?.seconds(props.interval === '1s'))
    createEffect(() => candles?.draw(props.bars))
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
  return <div ref={element} class="absolute inset-0" role="img" aria-label={props.label} />
}
