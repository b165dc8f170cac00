import { Show, type ParentProps } from 'solid-js'
import type { Side } from '../../client/shapes'
import { atScale, grouped, scaleOf, unknown } from '../look/format'
import { useTerminal } from '../terminal'

export function WordsCell(props: ParentProps<{ class?: string }>) {
  return (
    <td class={`px-2 whitespace-nowrap first:pl-3 last:pr-3 ${props.class ?? ''}`}>
      {props.children}
    </td>
  )
}

export function NumberCell(props: { text: string | null | undefined; class?: string }) {
  return (
    <td class={`num live-value px-2 first:pl-3 last:pr-3 ${props.class ?? ''}`}>
      {props.text === null || props.text === undefined ? unknown : grouped(props.text)}
    </td>
  )
}

/** A price with as many decimals as its market's tick. */
export function PriceCell(props: { text: string | null | undefined; symbol: string }) {
  const { instruments } = useTerminal()
  const scale = () => scaleOf(instruments.bySymbol().get(props.symbol)?.tickSize ?? '1')
  return (
    <td class="num live-value px-2">
      {props.text === null || props.text === undefined ? unknown : atScale(props.text, scale())}
    </td>
  )
}

/** Buy or sell: a word, a colour and an arrow. */
export function SideCell(props: { side: Side }) {
  return (
    <td class={`px-2 ${props.side === 'buy' ? 'text-up-number' : 'text-down-number'}`}>
      <Show when={props.side === 'buy'} fallback="▾ Sell">
        ▴ Buy
      </Show>
    </td>
  )
}

/** A symbol that opens its market. */
export function SymbolCell(props: { symbol: string }) {
  const { route } = useTerminal()
  return (
    <td class="px-2 whitespace-nowrap">
      <button
        type="button"
        class="hover:underline"
        tabindex="-1"
        onClick={() => route.open(props.symbol)}
      >
        {props.symbol}
      </button>
    </td>
  )
}
