import { Show, createSignal, type Accessor } from 'solid-js'
import type { Instrument } from '../../client/shapes'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed, type Deed } from '../look/deed'
import { TextField } from '../look/fields'
import { useTerminal } from '../terminal'
import { stepFault } from '../trade/faults'
import { fractionFault } from './terms'

/** A field of text whose change makes what was said of the last request over. */
function createText(deed: () => Deed): readonly [Accessor<string>, (to: string) => void] {
  const [text, setText] = createSignal('')
  return [
    text,
    (to) => {
      deed().forget()
      setText(to)
    },
  ]
}

/** What a market elsewhere did: values positions and triggers orders here. */
export function Mark(props: { market: Instrument }) {
  const { rest, instruments } = useTerminal()
  const deed = createDeed(async () => {
    const body = { last: last(), low: low() || undefined, high: high() || undefined }
    await rest.call('mark', { path: { symbol: props.market.symbol }, body })
    await instruments.load()
    return `${props.market.symbol} is marked at ${last()}`
  })
  const [last, setLast] = createText(() => deed)
  const [low, setLow] = createText(() => deed)
  const [high, setHigh] = createText(() => deed)
  const fault = (name: string, text: string) =>
    text === '' ? undefined : stepFault(name, text, props.market.tickSize)
  const faulty = () =>
    last() === '' || [last(), low(), high()].some((each) => fault('', each) !== undefined)
  return (
    <Section
      title="Mark"
      says="Of a market that is priced elsewhere. Low and high since the mark before trigger too."
    >
      <TextField
        name="Last"
        testid="mark-last"
        value={last()}
        unit={props.market.quote ?? ''}
        fault={fault('Last', last()) ?? deed.faultOf('last')}
        set={setLast}
      />
      <TextField
        name="Low"
        testid="mark-low"
        value={low()}
        placeholder="as last"
        fault={fault('Low', low()) ?? deed.faultOf('low')}
        set={setLow}
      />
      <TextField
        name="High"
        testid="mark-high"
        value={high()}
        placeholder="as last"
        fault={fault('High', high()) ?? deed.faultOf('high')}
        set={setHigh}
      />
      <DeedButton deed={deed} name="Tell the mark" testid="mark-send" disabled={faulty()} />
    </Section>
  )
}

/** Longs pay shorts, or the other way. */
export function Funding(props: { market: Instrument }) {
  const { rest } = useTerminal()
  const deed = createDeed(async () => {
    const path = { symbol: props.market.symbol }
    await rest.call('fund', { path, body: { rate: rate().trim() } })
    return 'The funding was paid'
  })
  const [rate, setRate] = createText(() => deed)
  const who = () => (rate().trim().startsWith('-') ? 'Shorts pay longs' : 'Longs pay shorts')
  return (
    <Show when={props.market.kind === 'perpetual'}>
      <Section title="Funding" says="A fraction of the notional; negative when shorts pay longs.">
        <TextField
          name="Rate"
          testid="funding-rate"
          value={rate()}
          placeholder="0.0001"
          fault={fractionFault(rate(), true) ?? deed.faultOf('rate')}
          set={setRate}
        />
        <DeedButton
          deed={deed}
          name="Pay the funding"
          testid="funding-send"
          danger={`${who()} ${rate()} of the notional`}
          disabled={rate().trim() === '' || fractionFault(rate(), true) !== undefined}
        />
      </Section>
    </Show>
  )
}

/** The end of a market: all positions are closed at one price. */
export function Settlement(props: { market: Instrument }) {
  const { rest, instruments } = useTerminal()
  const deed = createDeed(async () => {
    const path = { symbol: props.market.symbol }
    await rest.call('settle', { path, body: { price: price().trim() || undefined } })
    await instruments.load()
    return `${props.market.symbol} is settled`
  })
  const [price, setPrice] = createText(() => deed)
  const fault = () =>
    price() === '' ? undefined : stepFault('Price', price().trim(), props.market.tickSize)
  const at = () => (price().trim() === '' ? 'the mark' : price().trim())
  return (
    <Section title="Settlement" says="Closes all positions at a price. The market ends for good.">
      <TextField
        name="Price"
        testid="settle-price"
        value={price()}
        unit={props.market.quote ?? ''}
        placeholder="the mark"
        fault={fault() ?? deed.faultOf('price')}
        set={setPrice}
      />
      <DeedButton
        deed={deed}
        name={`Settle ${props.market.symbol}`}
        testid="settle-send"
        danger={`End ${props.market.symbol} for good: close all positions at ${at()}`}
        disabled={fault() !== undefined}
      />
    </Section>
  )
}
