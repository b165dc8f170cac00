import { For, Match, Show, Switch, createEffect, createMemo, lazy, on } from 'solid-js'
import { createLoader } from '../../look/loaded'
import { Empty, Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { dayReturns, growth, type DayReturns } from './returns'

const GrowthChart = lazy(() => import('./GrowthChart'))

const yearMs = 366 * 86_400_000
const daysPerYear = 365
const least = 2

/** The figures of a tear sheet, each with how it is read. */
const shown = [
  ['cumulativeReturn', 'Return', 'percent'],
  ['annualReturn', 'Annual return', 'percent'],
  ['annualVolatility', 'Annual volatility', 'percent'],
  ['annualSharpe', 'Sharpe ratio', 'number'],
  ['annualSortino', 'Sortino ratio', 'number'],
  ['calmar', 'Calmar ratio', 'number'],
  ['omega', 'Omega', 'number'],
  ['maxDrawdown', 'Deepest drawdown', 'percent'],
  ['longestDrawdown', 'Longest drawdown, days', 'number'],
  ['ulcerIndex', 'Ulcer index', 'percent'],
  ['skewness', 'Skewness', 'number'],
  ['kurtosis', 'Kurtosis', 'number'],
  ['historicalVar', 'Value at risk, a day', 'percent'],
  ['historicalEs', 'Shortfall, a day', 'percent'],
  ['best', 'Best day', 'percent'],
  ['worst', 'Worst day', 'percent'],
  ['winRate', 'Days won', 'percent'],
] as const

/** How the account has done: growth, drawdowns, months and the ratios that people ask for. */
export function Performance() {
  const { rest, signedIn, accounts } = useTerminal()
  const sheet = createLoader(async () => {
    const id = accounts.chosen()
    const from = new Date(Date.now() - yearMs).toISOString()
    const points = id === undefined ? [] : await rest.equity(id, '1d', from)
    const days = dayReturns(points)
    if (days.returns.length < least) return { days }
    const { returns, dates } = days
    const [statistics, drawdowns, months] = await Promise.all([
      rest.compute('risk/statistics', { returns, periodsPerYear: daysPerYear }),
      rest.compute('risk/drawdowns', { returns, dates, worst: 5 }),
      rest.compute('risk/monthly-returns', { returns, dates }),
    ])
    return { days, statistics, drawdowns, months }
  })
  createEffect(
    on(accounts.chosen, () => {
      sheet.reset()
      if (signedIn.session() !== undefined) void sheet.load()
    }),
  )
  const failure = () => {
    const now = sheet.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-4 p-4" data-testid="performance">
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={signedIn.session() === undefined}>
          <Empty says="Sign in to see how your account has done." />
        </Match>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The account's past could not be read."
              failure={why()}
              retry={() => void sheet.load()}
            />
          )}
        </Match>
        <Match when={sheet.value()}>{(value) => <Sheet sheet={value()} />}</Match>
      </Switch>
    </div>
  )
}

interface Sheet {
  readonly days: DayReturns
  readonly statistics?: Readonly<Record<string, unknown>>
  readonly drawdowns?: { readonly path: readonly (number | null)[] }
  readonly months?: {
    readonly years: readonly {
      readonly year: number
      readonly months: readonly (number | null)[]
      readonly total: number | null
    }[]
  }
}

function Sheet(props: { sheet: Sheet }) {
  const grown = createMemo(() => growth(props.sheet.days.returns))
  return (
    <Show
      when={props.sheet.statistics}
      fallback={<Empty says="The account has not lived through two days yet." />}
    >
      {(statistics) => (
        <>
          <div class="relative h-80">
            <GrowthChart
              dates={props.sheet.days.dates}
              growth={grown()}
              drawdowns={props.sheet.drawdowns?.path ?? []}
            />
          </div>
          <dl class="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-6 gap-y-1">
            <For each={shown}>
              {([name, title, kind]) => (
                <div class="flex justify-between gap-2 border-b border-line py-1">
                  <dt class="text-muted">{title}</dt>
                  <dd class="num font-semibold" data-testid={`performance-${name}`}>
                    {read(statistics()[name], kind)}
                  </dd>
                </div>
              )}
            </For>
          </dl>
          <Months years={props.sheet.months?.years ?? []} />
          <details>
            <summary class="cursor-pointer text-accent">Why these numbers</summary>
            <p class="mt-2 max-w-3xl">
              {props.sheet.days.returns.length} daily returns: the change of what the account was
              worth, without deposits and withdrawals, over what it was worth before. A year has
              365 days. {String(statistics()['convention'])}
            </p>
            <p class="max-w-3xl text-muted">{String(statistics()['reference'])}</p>
            <p class="break-all text-muted">Inputs: {String(statistics()['inputsHash'])}</p>
          </details>
        </>
      )}
    </Show>
  )
}

function read(value: unknown, kind: 'percent' | 'number'): string {
  if (typeof value !== 'number') return '—'
  const text = (kind === 'percent' ? 100 * value : value).toFixed(2).replace('-', '−')
  return kind === 'percent' ? `${text} %` : text
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function Months(props: { years: NonNullable<Sheet['months']>['years'] }) {
  const text = (value: number | null) => (value === null ? '' : (100 * value).toFixed(1))
  return (
    <div class="overflow-x-auto">
      <table>
        <caption class="text-left text-muted">Returns by month, per cent</caption>
        <thead>
          <tr>
            <th />
            <For each={[...monthNames, 'Year']}>
              {(name) => <th class="px-2 text-right font-normal text-muted">{name}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.years}>
            {({ year, months, total }) => (
              <tr class="h-6" data-testid="performance-year">
                <th class="pr-2 text-left font-normal text-muted">{year}</th>
                <For each={[...months, total]}>
                  {(value) => (
                    <td class={`num px-2 ${(value ?? 0) < 0 ? 'text-down' : ''}`}>{text(value)}</td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
