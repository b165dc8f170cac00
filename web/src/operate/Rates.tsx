import { For, Match, Show, Switch, createSignal } from 'solid-js'
import type { AllRates, OneRate } from '../../client/shapes'
import { DeedButton } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { FaultText } from '../look/fields'
import { createLoader } from '../look/loaded'
import { Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import {
  holders,
  partNames,
  rateFault,
  rateOf,
  tiers,
  typed,
  type RatePart,
  type Tier,
  type TypedRate,
} from './rates'

const parts: readonly RatePart[] = ['burst', 'average', 'periodS']

/** How much anybody may ask: three tiers, each with a rate for every licence and for an address. */
export function Rates() {
  const { rest } = useTerminal()
  const loader = createLoader<AllRates>(() => rest.call('getRates'))
  void loader.load()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-6 p-4" data-testid="rates">
      <p class="max-w-2xl text-muted">
        So much may be asked at once after a rest, and so much in each period in the long run. An
        API key may take three quarters of its user's rate. What is set holds on all nodes within a
        second.
      </p>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The rates did not load."
              failure={why()}
              retry={() => void loader.load()}
            />
          )}
        </Match>
        <Match when={loader.value()}>
          {(all) => (
            <For each={tiers}>
              {([tier, name, says]) => (
                <TierRates
                  tier={tier}
                  name={name}
                  says={says}
                  rates={all().rates.filter((rate) => rate.tier === tier)}
                  changed={() => void loader.load()}
                />
              )}
            </For>
          )}
        </Match>
      </Switch>
    </div>
  )
}

interface TierRatesProps {
  readonly tier: Tier
  readonly name: string
  readonly says: string
  readonly rates: readonly OneRate[]
  changed(): void
}

function TierRates(props: TierRatesProps) {
  const { rest } = useTerminal()
  const [edited, setEdited] = createSignal<Readonly<Record<string, TypedRate>>>({})
  const kept = (holder: string): TypedRate => {
    const rate = props.rates.find((each) => each.holder === holder)
    return rate ? typed(rate) : { burst: '', average: '', periodS: '' }
  }
  const shown = (holder: string) => edited()[holder] ?? kept(holder)
  const changed = () =>
    holders.filter(([holder]) => parts.some((p) => shown(holder)[p] !== kept(holder)[p]))
  const fault = () => {
    for (const [holder, name] of changed()) {
      const why = rateFault(shown(holder))
      if (why !== undefined) return `${name}: ${why}`
    }
    return undefined
  }
  const deed = createDeed(async () => {
    const rates = changed().map(([holder]) => rateOf(props.tier, holder, shown(holder)))
    await rest.call('setRates', { body: { rates } })
    setEdited({})
    props.changed()
    return 'They hold on all nodes within a second'
  })
  const set = (holder: string, part: RatePart, text: string) => {
    deed.forget()
    setEdited((before) => ({ ...before, [holder]: { ...shown(holder), [part]: text } }))
  }
  return (
    <section
      class="flex flex-col gap-2"
      aria-label={props.name}
      data-testid={`rates-${props.tier}`}
    >
      <h3 class="font-semibold">
        {props.name} <span class="font-normal text-muted">{props.says}</span>
      </h3>
      <RateTable
        tier={props.tier}
        name={props.name}
        shown={shown}
        isWrong={(holder) =>
          changed().some(([each]) => each === holder) && rateFault(shown(holder)) !== undefined
        }
        set={set}
      />
      <FaultText text={fault()} />
      <div class="flex items-start gap-2">
        <DeedButton
          deed={deed}
          name={setWords(changed().length)}
          testid={`rates-${props.tier}-set`}
          disabled={changed().length === 0 || fault() !== undefined}
        />
        <Show when={changed().length > 0}>
          <button type="button" class="quiet" onClick={() => setEdited({})}>
            Leave them
          </button>
        </Show>
      </div>
    </section>
  )
}

function setWords(count: number): string {
  if (count === 0) return 'Set the rates'
  return count === 1 ? 'Set this rate' : `Set ${count} rates`
}

interface RateTableProps {
  readonly tier: Tier
  readonly name: string
  shown(holder: string): TypedRate
  isWrong(holder: string): boolean
  set(holder: string, part: RatePart, text: string): void
}

function RateTable(props: RateTableProps) {
  return (
    <table class="w-max max-w-full">
      <caption class="sr-only">Rates of {props.name}</caption>
      <thead class="text-muted">
        <tr class="h-6">
          <th scope="col" class="pr-3 text-left font-normal">
            Who
          </th>
          <For each={parts}>
            {(part) => (
              <th scope="col" class="num px-1 font-normal">
                {partNames[part]}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={holders}>
          {([holder, name]) => (
            <tr class="h-8">
              <th scope="row" class="pr-3 text-left font-normal">
                {name}
              </th>
              <For each={parts}>
                {(part) => (
                  <td class="px-1">
                    <input
                      class="field num w-28 max-wide:w-20"
                      aria-label={`${partNames[part]}, ${name}, ${props.name}`}
                      inputmode="numeric"
                      autocomplete="off"
                      maxlength="9"
                      value={props.shown(holder)[part]}
                      aria-invalid={props.isWrong(holder)}
                      onInput={(event) => props.set(holder, part, event.currentTarget.value)}
                      data-testid={`rate-${props.tier}-${holder}-${part}`}
                    />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
