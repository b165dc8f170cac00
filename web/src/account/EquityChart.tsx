import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { useTerminal } from '../terminal'
import { drawEquity, type CurvePoint, type EquityCurve } from './equityChart'

interface EquityChartProps {
  readonly points: readonly CurvePoint[]
  readonly base: number
  /** The picture in words. */
  readonly label: string
}

export default function EquityChart(props: EquityChartProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let curve: EquityCurve | undefined
  onMount(() => {
    if (element === undefined) return
    curve = drawEquity(element)
    createEffect(() => curve?.draw(props.points, props.base))
    createEffect(
      on([looks.theme, looks.pair], () => requestAnimationFrame(() => curve?.recolour()), {
        defer: true,
      }),
    )
  })
  onCleanup(() => {
    curve?.remove()
    curve = undefined
  })
  return <div ref={element} class="absolute inset-0" role="img" aria-label={props.label} />
}
