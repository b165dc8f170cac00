import { For, Show, createSignal, type ParentProps } from 'solid-js'
import type { Instrument, Terms } from '../../client/shapes'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { MomentField, TextField } from '../look/fields'
import { Empty } from '../look/states'
import { useTerminal } from '../terminal'
import { fractionFault, termsBody, tiersMax, typedTerms, type TypedTerms } from './terms'

/** Fees, margins, band, dealing, expiry and financing of a market. */
export function TermsForm(props: { market: Instrument }) {
  return (
    <Show when={props.market.terms} fallback={<Empty says="This market has no terms of ours." />}>
      {(terms) => <Form market={props.market} terms={terms()} />}
    </Show>
  )
}

function Form(props: { market: Instrument; terms: Terms }) {
  const { rest, instruments } = useTerminal()
  const [typed, setTyped] = createSignal(typedTerms(props.terms))
  const deed = createDeed(async () => {
    const path = { symbol: props.market.symbol }
    await rest.call('setTerms', { path, body: termsBody(typed(), props.terms) })
    await instruments.load()
    return `The terms of ${props.market.symbol} hold from now on`
  })
  const set = (change: Partial<TypedTerms>) => {
    deed.forget()
    setTyped((now) => ({ ...now, ...change }))
  }
  return (
    <Section
      title="Terms"
      says={
        'Rates are fractions: 0.0005 is 0.05 %. The highest fee and the margins change only ' +
        'while no order is open.'
      }
    >
      <Tiers typed={typed()} set={set} />
      <Margins typed={typed()} set={set} quote={props.market.quote ?? ''} />
      <Others typed={typed()} set={set} />
      <DeedButton deed={deed} name={`Set the terms of ${props.market.symbol}`} testid="terms-set" />
    </Section>
  )
}

interface PartProps {
  readonly typed: TypedTerms
  set(change: Partial<TypedTerms>): void
}

function Tiers(props: PartProps) {
  const all = () => props.typed.tiers
  const change = (at: number, part: object) =>
    props.set({ tiers: all().map((each, i) => (i === at ? { ...each, ...part } : each)) })
  return (
    <Rows
      name="Fee tiers"
      heads={['Maker', 'Taker']}
      full={props.typed.tiers.length >= tiersMax}
      add={() => props.set({ tiers: [...props.typed.tiers, { maker: '', taker: '' }] })}
      drop={
        props.typed.tiers.length > 1
          ? () => props.set({ tiers: props.typed.tiers.slice(0, -1) })
          : undefined
      }
      testid="tiers"
    >
      <For each={props.typed.tiers.map((_, i) => i)}>
        {(i) => (
          <div class="flex items-center gap-2">
            <span class="w-20 text-muted">Tier {i}</span>
            <Cell
              name={`Maker fee of tier ${i}`}
              value={props.typed.tiers[i]?.maker ?? ''}
              set={(maker) => change(i, { maker })}
              testid={`tier-${i}-maker`}
              signed
            />
            <Cell
              name={`Taker fee of tier ${i}`}
              value={props.typed.tiers[i]?.taker ?? ''}
              set={(taker) => change(i, { taker })}
              testid={`tier-${i}-taker`}
            />
          </div>
        )}
      </For>
    </Rows>
  )
}

const bracket = { upTo: '', initial: '', maintenance: '' }

function Margins(props: PartProps & { quote: string }) {
  const all = () => props.typed.margins
  const change = (at: number, part: object) =>
    props.set({ margins: all().map((each, i) => (i === at ? { ...each, ...part } : each)) })
  return (
    <Rows
      name="Margins"
      heads={[`Up to ${props.quote}`, 'Initial', 'Maintenance']}
      full={all().length >= tiersMax}
      add={() => props.set({ margins: [...all(), bracket] })}
      drop={all().length > 0 ? () => props.set({ margins: all().slice(0, -1) }) : undefined}
      testid="margins"
    >
      <Show when={all().length === 0}>
        <p class="text-muted">None: the market is bought in full.</p>
      </Show>
      <For each={all().map((_, i) => i)}>
        {(i) => (
          <div class="flex items-center gap-2">
            <span class="w-20 text-muted">Bracket {i + 1}</span>
            <For each={['upTo', 'initial', 'maintenance'] as const}>
              {(part) => (
                <Cell
                  name={`${part} of bracket ${i + 1}`}
                  value={all()[i]?.[part] ?? ''}
                  placeholder={part === 'upTo' ? 'no end' : ''}
                  set={(text) => change(i, { [part]: text })}
                  testid={`margin-${i}-${part}`}
                  free={part === 'upTo'}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </Rows>
  )
}

interface RowsProps extends ParentProps {
  readonly name: string
  readonly heads: readonly string[]
  readonly testid: string
  readonly full: boolean
  add(): void
  readonly drop: (() => void) | undefined
}

/** A short table of numbers that grows and shrinks at its end. */
function Rows(props: RowsProps) {
  return (
    <div class="flex flex-col gap-1" role="group" aria-label={props.name}>
      <div class="flex items-center gap-2 text-muted">
        <span class="w-20">{props.name}</span>
        <For each={props.heads}>{(head) => <span class="w-28 text-right">{head}</span>}</For>
      </div>
      {props.children}
      <div class="flex gap-2">
        <button
          type="button"
          class="quiet"
          disabled={props.full}
          onClick={() => props.add()}
          data-testid={`${props.testid}-add`}
        >
          + Add
        </button>
        <Show when={props.drop}>
          {(drop) => (
            <button type="button" class="quiet" onClick={() => drop()()}>
              − Drop the last
            </button>
          )}
        </Show>
      </div>
    </div>
  )
}

interface CellProps {
  readonly name: string
  readonly value: string
  readonly testid: string
  readonly placeholder?: string
  readonly signed?: boolean
  /** No fraction: an amount. */
  readonly free?: boolean
  set(text: string): void
}

function Cell(props: CellProps) {
  const fault = () =>
    props.free === true ? undefined : fractionFault(props.value, props.signed === true)
  return (
    <input
      class="field num h-7 w-28 min-w-0"
      aria-label={props.name}
      aria-invalid={fault() !== undefined}
      title={fault() ?? ''}
      inputmode="decimal"
      autocomplete="off"
      maxlength="40"
      value={props.value}
      placeholder={props.placeholder ?? ''}
      onInput={(event) => props.set(event.currentTarget.value)}
      data-testid={props.testid}
    />
  )
}

const others = [
  ['band', 'Price band', 'none', false],
  ['dealerSpread', 'Dealer half', 'orders meet in a book', false],
  ['financingLong', 'Longs pay', '0 a year', true],
  ['financingShort', 'Shorts pay', '0 a year', true],
] as const

function Others(props: PartProps) {
  return (
    <>
      <For each={others}>
        {([part, name, placeholder, signed]) => (
          <TextField
            name={name}
            testid={`terms-${part}`}
            value={props.typed[part]}
            placeholder={placeholder}
            fault={fractionFault(props.typed[part], signed)}
            set={(text) => props.set({ [part]: text })}
          />
        )}
      </For>
      <TextField
        name="Mark age"
        testid="terms-markMaxAgeMs"
        value={props.typed.markMaxAgeMs}
        unit="ms at most"
        placeholder="any"
        fault={/^\d{0,12}$/.test(props.typed.markMaxAgeMs.trim()) ? undefined : 'Must be whole.'}
        set={(markMaxAgeMs) => props.set({ markMaxAgeMs })}
      />
      <MomentField
        name="Ends UTC"
        testid="terms-expiresAt"
        value={props.typed.expiresAt}
        set={(expiresAt) => props.set({ expiresAt })}
      />
    </>
  )
}
