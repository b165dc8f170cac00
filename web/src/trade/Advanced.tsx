import { Show, onMount, type Accessor } from 'solid-js'
import type { Instrument } from '../../client/shapes'
import { useTerminal } from '../terminal'
import { DecimalField } from './DecimalField'
import { Check, SelectField } from '../look/fields'
import type { Form, Part } from './form'

/** What the parts of the ticket share: which fields apply, and what is wrong with them. */
export interface Fields {
  readonly market: Accessor<Instrument>
  has(part: Part): boolean
  fault(part: Part): string | undefined
}

/** Everything an order can be told besides its price and size; only what applies is shown. */
export function Advanced(props: { fields: Fields; reveal: boolean }) {
  let element: HTMLDivElement | undefined
  onMount(() => {
    if (props.reveal) element?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div ref={element} class="flex flex-col gap-2" data-testid="ticket-advanced-fields">
      <Flags fields={props.fields} />
      <Visibility fields={props.fields} />
      <Exits fields={props.fields} />
      <Slices fields={props.fields} />
      <Rules fields={props.fields} />
    </div>
  )
}

function Flags(props: { fields: Fields }) {
  const { ticket } = useTerminal()
  return (
    <Show when={props.fields.has('postOnly') || props.fields.has('reduceOnly')}>
      <div class="flex gap-4">
        <Show when={props.fields.has('postOnly')}>
          <Check
            name="Post-only"
            title="Refused when it would trade at once"
            testid="ticket-post-only"
            checked={ticket.form().postOnly}
            fault={props.fields.fault('postOnly')}
            set={(postOnly) => ticket.set({ postOnly })}
          />
        </Show>
        <Show when={props.fields.has('reduceOnly')}>
          <Check
            name="Reduce-only"
            title="May only make a position smaller"
            testid="ticket-reduce-only"
            checked={ticket.form().reduceOnly}
            fault={props.fields.fault('reduceOnly')}
            set={(reduceOnly) => ticket.set({ reduceOnly })}
          />
        </Show>
      </div>
    </Show>
  )
}

function Visibility(props: { fields: Fields }) {
  const { ticket } = useTerminal()
  return (
    <>
      <Show when={props.fields.has('shown')}>
        <SelectField
          name="Shown"
          testid="ticket-shown"
          value={ticket.form().shown}
          options={[
            ['whole', 'Whole size'],
            ['part', 'A part at a time (iceberg)'],
            ['nothing', 'Nothing (hidden)'],
          ]}
          fault={props.fields.fault('shown')}
          choose={(shown) => ticket.set({ shown })}
        />
      </Show>
      <FormNumber
        fields={props.fields}
        part="display"
        name="Shown part"
        unit={props.fields.market().base}
        step={props.fields.market().lotSize}
      />
    </>
  )
}

function Exits(props: { fields: Fields }) {
  const { ticket } = useTerminal()
  const isLimit = () => ticket.form().type === 'limit'
  const quote = () => props.fields.market().quote ?? ''
  const stopName = () => (ticket.form().exits === 'oco' ? 'Or stop' : 'Stop loss')
  return (
    <>
      <Show when={props.fields.has('exits')}>
        <SelectField
          name="Exits"
          testid="ticket-exits"
          value={ticket.form().exits === 'oco' && !isLimit() ? 'none' : ticket.form().exits}
          options={[
            ['none', 'None'],
            ['bracket', 'Take profit, stop loss'],
            ...(isLimit() ? [['oco', 'This or a stop (OCO)'] as const] : []),
          ]}
          choose={(exits) => ticket.set({ exits })}
        />
      </Show>
      <FormNumber fields={props.fields} part="profit" name="Take profit" unit={quote()} />
      <FormNumber fields={props.fields} part="stop" name={stopName()} unit={quote()} />
      <FormNumber
        fields={props.fields}
        part="stopLimit"
        name="Stop limit"
        unit={quote()}
        placeholder="at market"
      />
    </>
  )
}

function Slices(props: { fields: Fields }) {
  const { ticket } = useTerminal()
  return (
    <>
      <Show when={props.fields.has('algo')}>
        <SelectField
          name="Worked"
          testid="ticket-algo"
          value={ticket.form().algo}
          options={[
            ['none', 'At once'],
            ['twap', 'TWAP: evenly over time'],
            ['vwap', 'VWAP: by a volume curve'],
            ['pov', 'POV: with the volume'],
          ]}
          choose={(algo) => ticket.set({ algo })}
        />
      </Show>
      <FormNumber fields={props.fields} part="overMinutes" name="Over" unit="min" step="1" />
      <FormNumber fields={props.fields} part="everySeconds" name="Every" unit="s" step="1" />
      <FormNumber fields={props.fields} part="share" name="Share" unit="%" step="1" />
      <FormNumber
        fields={props.fields}
        part="curve"
        name="Curve"
        unit=""
        step="1"
        placeholder="even, or 3 2 1 2 3"
      />
    </>
  )
}

/** Which price triggers, whose position it is for, and what happens when it meets one's own. */
function Rules(props: { fields: Fields }) {
  const { ticket } = useTerminal()
  return (
    <>
      <Show when={props.fields.has('triggerBy')}>
        <SelectField
          name="Trigger by"
          testid="ticket-trigger-by"
          value={ticket.form().triggerBy}
          options={[
            ['last', 'Last trade'],
            ['mark', 'Mark price'],
          ]}
          fault={props.fields.fault('triggerBy')}
          choose={(triggerBy) => ticket.set({ triggerBy })}
        />
      </Show>
      <Show when={props.fields.has('effect')}>
        <SelectField
          name="Position"
          testid="ticket-effect"
          value={ticket.form().effect}
          options={[
            ['open', 'Opens or adds'],
            ['close', 'Closes'],
          ]}
          fault={props.fields.fault('effect')}
          choose={(effect) => ticket.set({ effect })}
        />
      </Show>
      <SelectField
        name="Self-trade"
        testid="ticket-self-trade"
        value={ticket.form().selfTrade}
        options={[
          ['', "The account's setting"],
          ['none', 'Allowed'],
          ['cancelNewest', 'Cancel the newer'],
          ['cancelOldest', 'Cancel the older'],
          ['cancelBoth', 'Cancel both'],
          ['decrement', 'Take off both'],
        ]}
        fault={props.fields.fault('selfTrade')}
        choose={(selfTrade) => ticket.set({ selfTrade })}
      />
    </>
  )
}

interface NumberProps {
  readonly fields: Fields
  readonly part: Part
  readonly name: string
  readonly unit: string
  readonly step?: string
  readonly fallback?: string | undefined
  readonly placeholder?: string
}

/** A number of the form, where it applies. */
export function FormNumber(props: NumberProps) {
  const { ticket } = useTerminal()
  return (
    <Show when={props.fields.has(props.part)}>
      <DecimalField
        name={props.name}
        unit={props.unit}
        testid={`ticket-${testids[props.part] ?? props.part}`}
        value={String(ticket.form()[props.part])}
        step={props.step ?? props.fields.market().tickSize}
        fallback={props.fallback ?? ticket.form().price}
        fault={props.fields.fault(props.part)}
        placeholder={props.placeholder ?? ''}
        set={(text) => ticket.set({ [props.part]: text } as Partial<Form>)}
      />
    </Show>
  )
}

/** Where a part's name is too short to say alone what it is. */
const testids: Partial<Record<Part, string>> = {
  profit: 'take-profit',
  stop: 'stop-loss',
  stopLimit: 'stop-loss-limit',
  overMinutes: 'over-minutes',
  everySeconds: 'every-seconds',
}
