import { Show, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { compare, decimal, subtract, toNumber } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { Price } from '../look/Price'
import { atScale, percent, scaleOf, unknown } from '../look/format'
import { useTerminal } from '../terminal'
import { createDayOpen } from './dayOpen'
import { followLast } from './lastPrice'

/** One market; it follows its trades only while it is in sight. */
export function WatchRow(props: { instrument: Instrument }) {
  const { instrument: current, route, frame } = useTerminal()
  let row: HTMLDivElement | undefined
  const [seen, setSeen] = createSignal(false)
  const selected = createMemo(() => current()?.symbol === props.instrument.symbol)
  onMount(() => {
    const observer = new IntersectionObserver((entries) =>
      setSeen(entries.at(-1)?.isIntersecting === true),
    )
    if (row !== undefined) observer.observe(row)
    onCleanup(() => observer.disconnect())
  })
  const choose = () => {
    route.open(props.instrument.symbol)
    frame.show('chart')
  }
  return (
    <div
      ref={row}
      role="option"
      aria-selected={selected()}
      tabindex={selected() ? 0 : -1}
      class="grid h-6 grid-cols-[minmax(0,1fr)_auto] items-center gap-2 border-l-2
        border-transparent px-3 full:grid-cols-[minmax(0,1fr)_auto_64px]
        max-wide:grid-cols-[minmax(0,1fr)_auto_64px] hover:bg-raised aria-selected:border-accent
        aria-selected:bg-raised pointer-coarse:h-10"
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
      data-symbol={props.instrument.symbol}
    >
      <span class="truncate">{props.instrument.symbol.split(':').at(-1)}</span>
      <Show when={seen()} fallback={<span class="num text-muted">{unknown}</span>}>
        <LiveCells instrument={props.instrument} />
      </Show>
    </div>
  )
}

function LiveCells(props: { instrument: Instrument }) {
  const { rest, topics } = useTerminal()
  const symbol = props.instrument.symbol
  const last = followLast(topics, () => symbol)
  const open = createDayOpen(rest, symbol, last)
  const change = createMemo(() => {
    const [price, first] = [last()?.price, open()]
    if (price === undefined || first === undefined) return undefined
    const base = toNumber(decimal(first))
    const difference = subtract(decimal(price), decimal(first))
    return {
      sign: compare(decimal(price), decimal(first)),
      text: base === 0 ? unknown : percent(toNumber(difference) / base),
    }
  })
  const colour = () => {
    const sign = change()?.sign ?? 0
    return sign > 0 ? 'text-up-number' : sign < 0 ? 'text-down-number' : 'text-muted'
  }
  const shown = () => {
    const price = last()?.price
    return price === undefined ? undefined : atScale(price, scaleOf(props.instrument.tickSize))
  }
  return (
    <>
      <Price text={shown()} />
      <span class={`num live-value wide:max-full:hidden ${colour()}`}>
        {change()?.text ?? unknown}
      </span>
    </>
  )
}
