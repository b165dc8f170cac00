import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { WordsCell } from '../account/blotter/cells'
import { Grid, notOnPhones, type Column } from '../account/blotter/Grid'
import { DeedButton } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { dayTime } from '../look/format'
import { createLoader } from '../look/loaded'
import { Modal } from '../look/Modal'
import { Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { AlertForm } from './AlertForm'
import type { Alert } from './alerts'

/** The alerts of the person who is signed in: a new one, those there are, and what fired. */
export default function AlertsDialog() {
  const { frame, rest } = useTerminal()
  const loader = createLoader(async () => (await rest.call('listAlerts')).items)
  void loader.load()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const changed = () => void loader.load()
  return (
    <Modal
      title="Alerts"
      class="max-h-[calc(100dvh-24px)] w-[720px] overflow-y-auto"
      close={() => frame.close()}
    >
      <div data-testid="alerts-dialog">
        <header class="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <h2 class="font-semibold outline-none" tabindex="-1" data-autofocus>
            Alerts
          </h2>
          <button type="button" class="quiet ml-auto" onClick={() => frame.close()}>
            Close
          </button>
        </header>
        <div class="flex flex-col gap-6 p-4">
          <AlertForm made={changed} />
          <Switch fallback={<Skeleton rows={3} />}>
            <Match when={failure()}>
              {(why) => (
                <Failed
                  what="The alerts could not be read."
                  failure={why()}
                  retry={() => void loader.load()}
                />
              )}
            </Match>
            <Match when={loader.value()}>
              {(alerts) => <List alerts={alerts()} changed={changed} />}
            </Match>
          </Switch>
          <Fired />
        </div>
      </div>
    </Modal>
  )
}

const columns: readonly Column[] = [
  { head: 'Alert', words: true },
  { head: 'Market', words: true },
  { head: 'Is', words: true },
  { head: 'Last fired', words: true, extra: 'phone' },
  { head: '', words: true },
]

function List(props: { alerts: readonly Alert[]; changed(): void }) {
  return (
    <Show
      when={props.alerts.length > 0}
      fallback={<p class="text-muted">No alerts yet. Make one above, or press A on the chart.</p>}
    >
      <div class="overflow-x-auto">
        <Grid caption="Alerts" columns={columns}>
          <For each={props.alerts}>
            {(alert) => <Row alert={alert} changed={() => props.changed()} />}
          </For>
        </Grid>
      </div>
    </Show>
  )
}

function Row(props: { alert: Alert; changed(): void }) {
  const { rest } = useTerminal()
  const path = () => ({ id: props.alert.id })
  const isOn = () => props.alert.state === 'active'
  const pause = createDeed(async () => {
    const paused = isOn()
    await rest.call('changeAlert', { path: path(), body: { paused } })
    props.changed()
    return paused ? 'Paused' : 'On again'
  })
  const remove = createDeed(async () => {
    await rest.call('deleteAlert', { path: path() })
    props.changed()
    return 'Deleted'
  })
  return (
    <tr class="h-8 align-top hover:bg-raised" data-testid="alert-row">
      <WordsCell class="whitespace-normal">
        {props.alert.name}
        <Show when={props.alert.name !== props.alert.words}>
          <span class="block text-[12px] text-muted">{props.alert.words}</span>
        </Show>
      </WordsCell>
      <WordsCell>{props.alert.symbol}</WordsCell>
      <WordsCell>
        <span data-testid="alert-state">{props.alert.state}</span>
        <span class="block text-[12px] text-muted">{props.alert.repeat}</span>
      </WordsCell>
      <WordsCell class={notOnPhones}>
        <Show when={props.alert.lastFiredAt} fallback={<span class="text-muted">never</span>}>
          {(time) => <span class="tabular-nums">{dayTime(time())}</span>}
        </Show>
      </WordsCell>
      <WordsCell>
        <div class="flex flex-col items-start gap-1 py-1">
          <DeedButton
            deed={pause}
            name={isOn() ? 'Pause' : 'Start again'}
            testid="alert-pause"
          />
          <DeedButton
            deed={remove}
            name="Delete"
            danger={`Delete ${props.alert.name}`}
            testid="alert-delete"
          />
        </div>
      </WordsCell>
    </tr>
  )
}

const shownMax = 20

function Fired() {
  const { alertNews } = useTerminal()
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? alertNews.recent() : alertNews.recent().slice(0, shownMax))
  return (
    <section aria-label="What fired">
      <h3 class="font-semibold">What fired</h3>
      <Show
        when={shown().length > 0}
        fallback={<p class="text-muted">Nothing fired yet. It will appear here at once.</p>}
      >
        <ul class="mt-1 flex flex-col gap-1">
          <For each={shown()}>
            {(firing) => (
              <li data-testid="alert-firing">
                <span class="text-muted tabular-nums">{dayTime(firing.time)} UTC</span>{' '}
                <span class="font-semibold">{firing.symbol}</span> {firing.name}, at{' '}
                <span class="tabular-nums">{firing.value}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={!all() && alertNews.recent().length > shownMax}>
          <button type="button" class="quiet" onClick={() => setAll(true)}>
            and {alertNews.recent().length - shownMax} more
          </button>
        </Show>
      </Show>
    </section>
  )
}
