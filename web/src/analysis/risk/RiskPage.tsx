import { For, Match, Show, Switch, lazy } from 'solid-js'
import type { AnswerOf } from '../../../client/rest'
import { Grid, type Column } from '../../account/blotter/Grid'
import { NumberCell, WordsCell } from '../../account/blotter/cells'
import { percent } from '../../look/format'
import { Empty, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { figureText, moneyText } from '../numbers'

export type Risk = AnswerOf<'getRisk'>

const Bars = lazy(() => import('../Bars'))

/** What the account may lose within a day, as it lives: each fill and each tick is in it. */
export function RiskPage() {
  const { signedIn, accounts, topics } = useTerminal()
  const topic = () => {
    const id = accounts.chosen()
    return signedIn.session() === undefined || id === undefined ? undefined : `account.${id}.risk`
  }
  const risk = topics.follow<Risk>(topic, {
    snapshot: (data) => data as Risk,
    delta: (_, data) => data as Risk,
  })
  return (
    <div class="flex flex-col gap-4 p-4" data-testid="risk">
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={signedIn.session() === undefined}>
          <Empty says="Sign in to see what your account may lose." />
        </Match>
        <Match when={risk.refused()}>{(why) => <Empty says={why().message} />}</Match>
        <Match when={risk.value()}>{(now) => <Shown risk={now()} />}</Match>
      </Switch>
    </div>
  )
}

function Shown(props: { risk: Risk }) {
  const confidence = () => `${(props.risk.confidence * 100).toFixed(1)} %`
  const figures = () =>
    [
      ['Exposure', props.risk.exposure, 'All that has a price, with its sign.'],
      ['Gross exposure', props.risk.grossExposure, 'The same without signs.'],
      ['Value at risk', props.risk.gaussianVar, `Gaussian, ${confidence()}, one day.`],
      ['Expected shortfall', props.risk.gaussianShortfall, 'The mean loss beyond it.'],
      ['Historical VaR', props.risk.historicalVar, `${confidence()} of what has been.`],
      ['Historical shortfall', props.risk.historicalShortfall, 'The mean loss beyond it.'],
      ['Deviation', props.risk.deviation, 'Of a day’s profit.'],
      ['Worst', props.risk.worst, 'The worst that has been.'],
    ] as const
  return (
    <>
      <dl class="grid grid-cols-2 gap-3 wide:grid-cols-4">
        <For each={figures()}>
          {([name, value, title]) => (
            <div class="rounded-md border border-line bg-raised p-3" title={title}>
              <dt class="text-muted">{name}</dt>
              <dd class="num live-value text-left text-lg" data-testid={`risk-${name}`}>
                {moneyText(value)} <span class="text-sm text-muted">{props.risk.currency}</span>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show
        when={props.risk.observations >= 2}
        fallback={
          <p class="text-warning">
            Too little of the past is known yet: {props.risk.observations} bars that all markets
            have.
          </p>
        }
      >
        <div class="grid gap-6 wide:grid-cols-2">
          <Components risk={props.risk} />
          <Stresses risk={props.risk} />
        </div>
      </Show>
      <Show when={props.risk.unpriced.length > 0}>
        <p class="text-warning">Without a price, in no figure: {props.risk.unpriced.join(', ')}</p>
      </Show>
      <Why risk={props.risk} />
    </>
  )
}

const componentColumns: readonly Column[] = [
  { head: 'Market', words: true },
  { head: 'Quantity' },
  { head: 'Value' },
  { head: 'Part of VaR' },
  { head: 'Share' },
]

function Components(props: { risk: Risk }) {
  const bars = () =>
    props.risk.components.map(({ symbol, component }) => ({
      name: symbol,
      value: component ?? 0,
    }))
  return (
    <section class="min-w-0">
      <h3 class="font-semibold">What has which part in it</h3>
      <div class="relative mt-1 h-48">
        <Bars bars={bars()} unit={props.risk.currency} label="Part of the value at risk" plain />
      </div>
      <Grid caption="Components of the value at risk" columns={componentColumns}>
        <For each={props.risk.components}>
          {(each) => (
            <tr class="h-7" data-testid="risk-component">
              <WordsCell class="font-semibold">{each.symbol}</WordsCell>
              <NumberCell text={figureText(each.quantity)} />
              <NumberCell text={moneyText(each.value)} />
              <NumberCell text={moneyText(each.component)} />
              <NumberCell text={shareText(each.share)} />
            </tr>
          )}
        </For>
      </Grid>
    </section>
  )
}

const shareText = (share: number | null) =>
  share === null ? null : `${(100 * share).toFixed(1)} %`

const stressColumns: readonly Column[] = [{ head: 'All prices', words: true }, { head: 'Profit' }]

function Stresses(props: { risk: Risk }) {
  const bars = () =>
    props.risk.stresses.map(({ shock, profit }) => ({ name: percent(shock), value: profit }))
  return (
    <section class="min-w-0">
      <h3 class="font-semibold">When all prices move at once</h3>
      <div class="relative mt-1 h-48">
        <Bars bars={bars()} unit={props.risk.currency} label="Profit by shock" />
      </div>
      <Grid caption="Profit when all prices move" columns={stressColumns}>
        <For each={props.risk.stresses}>
          {(each) => (
            <tr class="h-7" data-testid="risk-stress">
              <WordsCell>{percent(each.shock)}</WordsCell>
              <NumberCell text={moneyText(each.profit)} />
            </tr>
          )}
        </For>
      </Grid>
    </section>
  )
}

function Why(props: { risk: Risk }) {
  return (
    <details data-testid="risk-why">
      <summary class="cursor-pointer text-accent">Why these numbers</summary>
      <p class="mt-2 max-w-3xl">{props.risk.convention}</p>
      <p class="max-w-3xl text-muted">
        {props.risk.observations} returns of bars of {props.risk.bar}; {props.risk.reference}.
      </p>
      <p class="break-all text-muted">Inputs: {props.risk.inputsHash}</p>
    </details>
  )
}
