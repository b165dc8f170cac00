import { Show, type ParentProps } from 'solid-js'
import { canonical, formatDecimal, type Decimal } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { atScale, grouped, unknown } from '../look/format'
import type { WorkingDraft } from './draft'
import { shownAmount } from './preview'

interface AmountsProps {
  readonly working: WorkingDraft
  readonly market: Instrument
}

/** What the order would cost or bring, and what there is to pay with. */
export function Amounts(props: AmountsProps) {
  const buying = () => props.working.draft().side === 'buy'
  const preview = () => props.working.preview()
  const amount = (value: Decimal | undefined) =>
    value === undefined
      ? unknown
      : grouped(formatDecimal(shownAmount(value, props.working.draft().side)))
  const average = () => {
    const price = preview()?.averagePrice
    return price === undefined ? unknown : `≈ ${grouped(formatDecimal(price))}`
  }
  const funds = () => {
    const available = props.working.available()
    return available === undefined ? unknown : atScale(canonical(available), 2)
  }
  return (
    <dl class="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5" data-testid="ticket-preview">
      <Show when={props.working.draft().type === 'market'}>
        <Line name="Average">{average()}</Line>
      </Show>
      <Line name={buying() ? 'Cost' : 'Proceeds'}>{amount(preview()?.value)}</Line>
      <Line name="Fee at most">{amount(preview()?.fee)}</Line>
      <Line name="Total">
        {amount(preview()?.total)} {props.market.quote ?? ''}
      </Line>
      <Line name="Available">
        {funds()} {props.working.fundsAsset()}
      </Line>
    </dl>
  )
}

function Line(props: ParentProps<{ name: string }>) {
  return (
    <>
      <dt class="whitespace-nowrap text-muted">{props.name}</dt>
      <dd class="num live-value">{props.children}</dd>
    </>
  )
}
