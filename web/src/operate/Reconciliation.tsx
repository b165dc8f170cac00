import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { Grid, extra, type Column } from '../account/blotter/Grid'
import { WordsCell } from '../account/blotter/cells'
import type { Difference, Reconciliation as Report } from '../../client/shapes'
import { dayTime, grouped } from '../look/format'
import { createLoader } from '../look/loaded'
import { Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'

/** Whether ledger, books and tables say the same, and what mends what does not. */
export function Reconciliation() {
  const { rest } = useTerminal()
  const loader = createLoader<Report>(() => rest.reconciliation())
  const [busy, setBusy] = createSignal(false)
  const check = async () => {
    setBusy(true)
    await loader.load()
    setBusy(false)
  }
  void check()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-3 p-4" data-testid="reconciliation">
      <div class="flex items-center gap-3">
        <h3 class="font-semibold">Ledger, books and tables</h3>
        <button
          type="button"
          class="firm"
          disabled={busy()}
          onClick={() => void check()}
          data-testid="reconciliation-check"
        >
          {busy() ? 'Checking…' : 'Check again'}
        </button>
      </div>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed what="The check did not finish." failure={why()} retry={() => void check()} />
          )}
        </Match>
        <Match when={loader.value()}>{(report) => <Found report={report()} />}</Match>
      </Switch>
    </div>
  )
}

function Found(props: { report: Report }) {
  const count = () => props.report.breakCount
  const words = () => {
    if (count() === 0) return 'No breaks'
    return `${grouped(String(count()))} ${count() === 1 ? 'break' : 'breaks'}`
  }
  return (
    <>
      <p
        class={`flex items-center gap-2 font-semibold ${
          count() === 0 ? 'text-up-number' : 'text-danger-text'
        }`}
        role="status"
        data-testid="reconciliation-result"
        data-breaks={count()}
      >
        <span aria-hidden="true">{count() === 0 ? '✓' : '✕'}</span>
        {words()}
        <span class="font-normal text-muted">
          at event {grouped(String(props.report.sequence))}, {dayTime(props.report.time)} UTC
        </span>
      </p>
      <dl class="flex flex-wrap gap-x-6 gap-y-1">
        <For each={Object.entries(props.report.checked)}>
          {([name, checked]) => (
            <div data-testid={`checked-${name}`}>
              <dt class="text-[12px] text-muted">{name}</dt>
              <dd class="tabular-nums">{grouped(String(checked))}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.report.breaks.length > 0}>
        <Breaks breaks={props.report.breaks} />
      </Show>
      <Show when={count() > props.report.breaks.length}>
        <p class="text-muted">The first {grouped(String(props.report.breaks.length))} are shown.</p>
      </Show>
    </>
  )
}

const columns: readonly Column[] = [
  { head: 'Kind', words: true },
  { head: 'Table', words: true, extra: true },
  { head: 'Key', words: true },
  { head: 'Field', words: true, extra: true },
  { head: 'Expected' },
  { head: 'Found' },
  { head: 'Mend', words: true },
]

function Breaks(props: { breaks: readonly Difference[] }) {
  return (
    <div class="min-w-0 overflow-x-auto">
      <Grid caption="What does not agree" columns={columns}>
        <For each={props.breaks}>
          {(each) => (
            <tr class="h-7 hover:bg-raised" data-testid="break-row" data-kind={each.kind}>
              <WordsCell class="text-danger-text">{each.kind}</WordsCell>
              <WordsCell class={extra}>{each.table}</WordsCell>
              <WordsCell>{each.key}</WordsCell>
              <WordsCell class={extra}>{each.field}</WordsCell>
              <td class="num px-2">{each.expected}</td>
              <td class="num px-2 text-danger-text">{each.found}</td>
              <WordsCell>
                <Copy text={each.mend} />
              </WordsCell>
            </tr>
          )}
        </For>
      </Grid>
    </div>
  )
}

function Copy(props: { text: string }) {
  const [copied, setCopied] = createSignal(false)
  const copy = () =>
    void navigator.clipboard.writeText(props.text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <code class="select-all">{props.text}</code>
      <button type="button" class="quiet underline" onClick={copy} aria-live="polite">
        {copied() ? 'Copied' : 'Copy'}
      </button>
    </>
  )
}
