import { Show, createMemo, type ParentProps } from 'solid-js'
import { canonical, decimal, formatDecimal, rescale, type Decimal } from '../../../client/decimal'
import type { Side } from '../../../client/shapes'
import { dayTime, grouped, scaleOf, unknown } from '../../look/format'
import { signed } from '../../look/signed'
import { useTerminal } from '../../terminal'
import { extra } from './Grid'

export function WordsCell(props: ParentProps<{ class?: string }>) {
  return (
    <td class={`px-2 max-wide:px-1 whitespace-nowrap first:pl-3 last:pr-3 ${props.class ?? ''}`}>
      {props.children}
    </td>
  )
}

export function TimeCell(props: { time: string }) {
  return <WordsCell class={`text-digits tabular-nums ${extra}`}>{dayTime(props.time)}</WordsCell>
}

export function NumberCell(props: { text: string | null | undefined; class?: string }) {
  return (
    <td class={`num live-value px-2 max-wide:px-1 first:pl-3 last:pr-3 ${props.class ?? ''}`}>
      {props.text === null || props.text === undefined ? unknown : grouped(props.text)}
    </td>
  )
}

/** A price with as many decimals as its market's tick; an average is cut there, whole on hover. */
export function PriceCell(props: {
  text: string | null | undefined
  symbol: string
  class?: string
  /** Marked where there is no room to say what the order waits for. */
  waits?: boolean
}) {
  const { instruments } = useTerminal()
  const scale = () => scaleOf(instruments.bySymbol().get(props.symbol)?.tickSize ?? '1')
  const shown = (text: string) =>
    grouped(formatDecimal(rescale(decimal(text), scale(), 'down')))
  return (
    <td
      class={`num live-value px-2 max-wide:px-1 ${props.class ?? ''}`}
      title={`${props.waits === true ? 'Waits: ' : ''}${props.text ?? ''}`}
    >
      <Show when={props.waits}>
        <span class="text-muted full:hidden">▹ </span>
      </Show>
      {props.text === null || props.text === undefined ? unknown : shown(props.text)}
    </td>
  )
}

/** A fee in hundredths of a cent, rounded up, never to one's favour; whole on hover. */
export function FeeCell(props: { text: string }) {
  const shown = () => formatDecimal(rescale(decimal(props.text), 4, 'up'))
  return (
    <td class="num live-value px-2 max-wide:px-1" title={props.text}>
      {grouped(shown())}
    </td>
  )
}

/** A gain or a loss, in cents; whole on hover. */
export function GainCell(props: { value: Decimal | undefined; class?: string }) {
  const shown = createMemo(() => props.value && signed(props.value))
  return (
    <td
      class={`num live-value px-2 max-wide:px-1 ${shown()?.colour ?? 'text-muted'}
        ${props.class ?? ''}`}
      title={props.value === undefined ? '' : canonical(props.value)}
    >
      {shown()?.text ?? unknown}
    </td>
  )
}

/** Buy or sell: a word, a colour and an arrow. */
export function SideCell(props: { side: Side }) {
  const colour = () => (props.side === 'buy' ? 'text-up-number' : 'text-down-number')
  return <WordsCell class={colour()}>{props.side === 'buy' ? '▴ Buy' : '▾ Sell'}</WordsCell>
}

/** A symbol that opens its market. */
export function SymbolCell(props: { symbol: string }) {
  const { route } = useTerminal()
  return (
    <WordsCell>
      <button
        type="button"
        class="hover:underline"
        tabindex="-1"
        onClick={() => route.open(props.symbol)}
      >
        {props.symbol}
      </button>
    </WordsCell>
  )
}
