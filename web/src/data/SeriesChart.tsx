import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { useTerminal } from '../terminal'
import type { SeriesPoint } from './series'
import { drawSeries, type SeriesLine } from './seriesChart'

interface SeriesChartProps {
  readonly points: readonly SeriesPoint[]
  /** The picture in words. */
  readonly label: string
}

export default function SeriesChart(props: SeriesChartProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let line: SeriesLine | undefined
  onMount(() => {
    if (element === undefined) return
    line = drawSeries(element)
    createEffect(() => line?.draw(props.points))
    createEffect(
      on(looks.theme, () => requestAnimationFrame(() => line?.recolour()), { defer: true }),
    )
  })
  onCleanup(() => {
    line?.remove()
    line = undefined
  })
  return <div ref={element} class="absolute inset-0" role="img" aria-label={props.label} />
}
