import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { useTerminal } from '../terminal'
import { openPicture, type Picture } from './picture'

interface BarsProps {
  readonly bars: readonly { readonly name: string; readonly value: number }[]
  readonly unit: string
  readonly label: string
  /** What is above zero is neither good nor bad. */
  readonly plain?: boolean
}

/** A bar each; what is below zero points down and has the other colour. */
export default function Bars(props: BarsProps) {
  const { looks } = useTerminal()
  let element: HTMLDivElement | undefined
  let picture: Picture | undefined
  const draw = () =>
    picture?.draw(({ axis, accent, up, down }) => ({
      grid: { left: 72, right: 8, top: 24, bottom: 24 },
      tooltip: { trigger: 'axis' },
      xAxis: { ...axis, type: 'category', data: props.bars.map(({ name }) => name) },
      yAxis: { ...axis, type: 'value', name: props.unit, nameGap: 10 },
      series: [
        {
          type: 'bar',
          barMaxWidth: 40,
          data: props.bars.map(({ value }) => ({
            value,
            itemStyle: { color: value < 0 ? down : props.plain === true ? accent : up },
          })),
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
  return <div ref={element} class="absolute inset-0" role="img" aria-label={props.label} />
}
