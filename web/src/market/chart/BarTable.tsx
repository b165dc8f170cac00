import { For, Index } from 'solid-js'
import type { Bar } from '../../../client/shapes'
import { atScale, dayTime, grouped } from '../../look/format'

const rowsMax = 200
const heads = ['Time UTC', 'Open', 'High', 'Low', 'Close', 'Volume', 'Trades']

/** The chart as numbers, newest first. */
export function BarTable(props: { bars: readonly Bar[]; scale: number; symbol: string }) {
  const rows = () => props.bars.slice(-rowsMax).toReversed()
  return (
    <div class="absolute inset-0 overflow-auto pt-6">
      <table class="w-full">
        <caption class="sr-only">Bars of {props.symbol}, newest first</caption>
        <thead class="sticky top-0 bg-panel text-muted">
          <tr>
            <For each={heads}>{(head) => <th class="num px-3 font-normal">{head}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <Index each={rows()}>
            {(bar) => (
              <tr class="h-6 hover:bg-raised">
                <td class="num px-3 text-digits">{dayTime(bar().time)}</td>
                <For each={['open', 'high', 'low', 'close'] as const}>
                  {(part) => <td class="num px-3">{atScale(bar()[part], props.scale)}</td>}
                </For>
                <td class="num px-3">{grouped(bar().volume)}</td>
                <td class="num px-3 text-digits">{bar().trades}</td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </div>
  )
}
