import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { useTerminal } from '../terminal'
import type { CurvePoint } from './calculators/Curve'
import { openPicture, type Picture } from './picture'

interface LineChartProps {
  readonly points: readonly CurvePoint[]
  readonly x: string
  readonly y: string
  /** Where the question stands on the axis. */
  readonly at: number
}

/** A curve with named axes; the place that was asked about is marked. */
export default function LineChart(props: LineChartProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let picture: Picture | undefined
  const draw = () =>
    picture?.draw(({ axis, accent, muted }) => ({
      grid: { left: 64, right: 16, top: 28, bottom: 40 },
      tooltip: { trigger: 'axis' },
      xAxis: { ...axis, type: 'value', name: props.x, scale: true, nameLocation: 'middle' },
      yAxis: { ...axis, type: 'value', name: props.y, scale: true, nameGap: 10 },
      series: [
        {
          type: 'line',
          showSymbol: false,
          lineStyle: { width: 2 },
          color: accent,
          data: props.points.map(({ x, y }) => [x, y]),
          markLine: {
            silent: true,
            symbol: 'none',
            precision: 12,
            label: { show: false },
            lineStyle: { color: muted, type: 'dashed' },
            data: [{ xAxis: props.at }],
          },
        },
      ],
    }))
  onMount(() => {
    if (element === undefined) return
    picture = openPicture(element)
    createEffect(draw)
    createEffect(on(looks.theme, () => requestAnimationFrame(draw), { defer: true }))
  })
  onCleanup(() => picture?.close())
  const label = () => `${props.y} along ${props.x}, ${props.points.length} points`
  return <div ref={element} class="absolute inset-0" role="img" aria-label={label()} />
}
