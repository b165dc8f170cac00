import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { useTerminal } from '../../terminal'
import { openPicture, type Picture } from '../picture'

interface GrowthChartProps {
  readonly dates: readonly string[]
  readonly growth: readonly number[]
  readonly drawdowns: readonly (number | null)[]
}

const perCent = (share: number | null) => (share === null ? null : 100 * share)

/** What has been earned so far, and below it how far it was from its height. */
export default function GrowthChart(props: GrowthChartProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let picture: Picture | undefined
  const draw = () =>
    picture?.draw(({ axis, accent, muted, down }) => ({
      grid: [
        { left: 56, right: 16, top: 28, height: '52%' },
        { left: 56, right: 16, top: '72%', bottom: 24 },
      ],
      tooltip: { trigger: 'axis' },
      xAxis: [0, 1].map((gridIndex) => ({
        ...axis,
        type: 'category',
        data: props.dates,
        gridIndex,
        axisLabel: { show: gridIndex === 1, color: muted },
      })),
      yAxis: [
        { ...axis, type: 'value', name: 'Return %', nameGap: 10, gridIndex: 0, scale: true },
        { ...axis, type: 'value', name: 'Drawdown %', nameGap: 8, gridIndex: 1, splitNumber: 2 },
      ],
      series: [
        {
          type: 'line',
          name: 'Return %',
          showSymbol: false,
          color: accent,
          data: props.growth.map(perCent),
        },
        {
          type: 'line',
          name: 'Drawdown %',
          xAxisIndex: 1,
          yAxisIndex: 1,
          showSymbol: false,
          color: down,
          areaStyle: { opacity: 0.25 },
          data: props.drawdowns.map(perCent),
        },
      ],
    }))
  onMount(() => {
    if (element === undefined) return
    picture = openPicture(element)
    createEffect(draw)
    createEffect(
      on([looks.theme, looks.pair], () => requestAnimationFrame(draw), { defer: true }),
    )
  })
  onCleanup(() => picture?.close())
  const label = () => `Return and drawdown over ${props.dates.length} days`
  return <div ref={element} class="absolute inset-0" role="img" aria-label={label()} />
}
