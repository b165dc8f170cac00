import { Show, type ParentProps } from 'solid-js'
import { canonical, formatDecimal, type Decimal } from '../../client/decimal'
import type { Instrument } from '../../client/shapes'
import { atScale, grouped, unknown } from '../look/format'
import { useTerminal } from '../terminal'
import type { WorkingDraft } from './draft'
import { isPriced } from './form'
import { shownAmount } from './preview'

interface AmountsProps {
  readonly working: WorkingDraft
  readonly market: Instrument
}

/** What the order would cost, bring or tie up, and what there is to pay with. */
export function Amounts(props: AmountsProps) {
  const { ticket } = useTerminal()
  const buying = () => ticket.form().side === 'buy'
  const margined = () => props.working.setting().margined
  const preview = () => props.working.preview()
  const amount = (value: Decimal | undefined) =>
    value === undefined
      ? unknown
      : grouped(formatDecimal(shownAmount(value, buying() || margined())))
  const about = () => {
    const price = preview()?.about
    return price === undefined ? unknown : `≈ ${grouped(formatDecimal(price))}`
  }
  const funds = () => {
    const available = props.working.available()
    return available === undefined ? unknown : atScale(canonical(available), 2)
  }
  return (
    <dl class="grid grid-cols-[auto_1fr] gap-x-3 leading-tight" data-testid="ticket-preview">
      <Show when={!isPriced(ticket.form().type)}>
        <Line name={ticket.form().type === 'market' ? 'Average' : 'Reckoned at'}>{about()}</Line>
      </Show>
      <Line name={margined() ? 'Value' : buying() ? 'Cost' : 'Proceeds'}>
        {amount(preview()?.value)}
      </Line>
      <Show when={margined()}>
        <Line name="Margin">{amount(preview()?.margin)}</Line>
      </Show>
      <Line name="Fee at most">{amount(preview()?.fee)}</Line>
      <Line name={margined() ? 'Needed' : 'Total'}>
        {amount(preview()?.total)} {props.market.quote ?? ''}
      </Line>
      <Line name={margined() ? 'Free' : 'Available'}>
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
