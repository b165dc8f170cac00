import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { Grid, extra, notOnPhones, type Column } from '../account/blotter/Grid'
import { WordsCell } from '../account/blotter/cells'
import type { AuditRecord, AuditVerification } from '../../client/shapes'
import { OlderRows } from '../look/OlderRows'
import { FaultText, MomentField, TextField } from '../look/fields'
import { dayTime, grouped } from '../look/format'
import { createLoader } from '../look/loaded'
import { createPages } from '../look/pages'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import {
  asked,
  changes,
  filterFault,
  filterQuery,
  noFilter,
  type TypedFilter,
} from './audit'

/** What was done with power, by whom, and whether the record of it is as it was written. */
export function Audit() {
  const { rest } = useTerminal()
  const [filter, setFilter] = createSignal(noFilter)
  const [applied, setApplied] = createSignal(noFilter)
  const [records, setRecords] = createSignal<readonly AuditRecord[]>([])
  const fault = () => filterFault(filter())
  const pages = createPages<AuditRecord>(
    (cursor) =>
      rest.call('listAudit', { query: { ...filterQuery(applied()), cursor, limit: 100 } }),
    (items) => setRecords((before) => [...before, ...items]),
  )
  const look = () => {
    if (fault() !== undefined) return
    setApplied(filter())
    pages.reset()
    setRecords([])
    void pages.load()
  }
  look()
  const failure = () => {
    const now = pages.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-3 p-4" data-testid="audit">
      <Verified />
      <Filter filter={filter()} set={setFilter} look={look} />
      <FaultText text={fault()} />
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={failure()}>
          {(why) => <Failed what="The log did not load." failure={why()} retry={look} />}
        </Match>
        <Match when={pages.loaded().state === 'live' && records().length === 0}>
          <Empty says="Nothing was done that the filter lets through." />
        </Match>
        <Match when={pages.loaded().state === 'live'}>
          <Records records={records()} />
          <OlderRows pages={pages} name="records" api="GET /v1/audit" />
        </Match>
      </Switch>
    </div>
  )
}

interface FilterProps {
  readonly filter: TypedFilter
  set(filter: TypedFilter): void
  look(): void
}

function Filter(props: FilterProps) {
  const set = (part: keyof TypedFilter) => (text: string) =>
    props.set({ ...props.filter, [part]: text })
  return (
    <form
      class="flex flex-wrap items-center gap-x-4 gap-y-1"
      onSubmit={(event) => {
        event.preventDefault()
        props.look()
      }}
    >
      <TextField name="Who" testid="audit-who" value={props.filter.who} set={set('who')} />
      <TextField
        name="Operation"
        testid="audit-operation"
        words
        placeholder="setKillSwitch"
        value={props.filter.operation}
        set={set('operation')}
      />
      <MomentField
        name="From (UTC)"
        testid="audit-from"
        value={props.filter.from}
        set={set('from')}
      />
      <MomentField name="Until" testid="audit-to" value={props.filter.to} set={set('to')} />
      <button
        type="submit"
        class="firm"
        disabled={filterFault(props.filter) !== undefined}
        data-testid="audit-look"
      >
        Look
      </button>
    </form>
  )
}

/** A badge: whether the chain holds, since when that is known, and what to keep of it. */
function Verified() {
  const { rest } = useTerminal()
  const loader = createLoader<AuditVerification>(() => rest.call('verifyAudit'))
  const [busy, setBusy] = createSignal(false)
  const verify = async () => {
    setBusy(true)
    await loader.load()
    setBusy(false)
  }
  void verify()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 class="font-semibold">Audit log</h3>
      <Switch fallback={<span class="text-muted">Verifying…</span>}>
        <Match when={failure()}>
          {(why) => <Failed what="It was not verified." failure={why()} />}
        </Match>
        <Match when={loader.value()}>
          {(found) => (
            <>
              <span
                class={`rounded-sm border px-1.5 font-semibold ${
                  found().intact
                    ? 'border-line text-up-number'
                    : 'border-danger text-danger-text'
                }`}
                role="status"
                data-testid="audit-badge"
                data-intact={found().intact}
              >
                {found().intact ? '✓ Intact' : '✕ Broken'}
              </span>
              <span class={found().intact ? 'text-muted' : 'text-danger-text'}>
                {found().intact
                  ? `${grouped(String(found().records))} record${found().records === 1 ? '' : 's'}`
                  : found().fault}
              </span>
              <span
                class={`text-muted ${notOnPhones}`}
                title="Keep it: a log that lacks it was changed"
              >
                newest <code class="select-all">{short(found().newest)}</code>
              </span>
            </>
          )}
        </Match>
      </Switch>
      <button
        type="button"
        class="quiet border border-line"
        disabled={busy()}
        onClick={() => void verify()}
        data-testid="audit-verify"
      >
        {busy() ? 'Verifying…' : 'Verify again'}
      </button>
    </div>
  )
}

/** A number and the beginning of its hash; the whole is in the API's answer. */
function short(link: string): string {
  const [number, hash] = link.split(':')
  return `${number}:${(hash ?? '').slice(0, 12)}…`
}

const columns: readonly Column[] = [
  { head: 'Record' },
  { head: 'Time (UTC)', words: true },
  { head: 'Who', words: true },
  { head: 'Operation', words: true },
  { head: 'On', words: true, extra: 'phone' },
  { head: 'Asked', words: true, extra: true },
  { head: 'Outcome', words: true },
  { head: '', words: true },
]

function Records(props: { records: readonly AuditRecord[] }) {
  const [open, setOpen] = createSignal<string | undefined>()
  return (
    <div class="min-w-0 overflow-x-auto">
      <Grid caption="What was done" columns={columns}>
        <For each={props.records}>
          {(record) => (
            <>
              <tr class="h-7 hover:bg-raised" data-testid="audit-row" data-record={record.id}>
                <td class="num px-2 first:pl-3">{record.id}</td>
                <WordsCell class="tabular-nums">{dayTime(record.time)}</WordsCell>
                <WordsCell>{record.who ?? '—'}</WordsCell>
                <WordsCell>{record.operation}</WordsCell>
                <WordsCell class={notOnPhones}>{record.resource}</WordsCell>
                <WordsCell class={`max-w-80 overflow-hidden text-ellipsis ${extra}`}>
                  {asked(record)}
                </WordsCell>
                <WordsCell class={record.outcome === 'done' ? '' : 'text-danger-text'}>
                  {record.outcome}
                </WordsCell>
                <WordsCell>
                  <button
                    type="button"
                    class="quiet underline"
                    aria-expanded={open() === record.id}
                    onClick={() => setOpen(open() === record.id ? undefined : record.id)}
                    data-testid={`audit-open-${record.id}`}
                  >
                    {open() === record.id ? 'Less' : 'More'}
                  </button>
                </WordsCell>
              </tr>
              <Show when={open() === record.id}>
                <tr>
                  <td colspan={columns.length} class="bg-raised p-3">
                    <Details record={record} />
                  </td>
                </tr>
              </Show>
            </>
          )}
        </For>
      </Grid>
    </div>
  )
}

function Details(props: { record: AuditRecord }) {
  const all = () => changes(props.record)
  return (
    <div class="flex flex-col gap-2" data-testid="audit-details">
      <p class="text-muted">
        From {props.record.address}
        <Show when={props.record.credential}>{(by) => <>, by {by()}</>}</Show>
        , ray <code class="select-all">{props.record.rayId}</code>
      </p>
      <Show when={all().length > 0} fallback={<p class="text-muted">Nothing shown has changed.</p>}>
        <table class="w-max max-w-full">
          <caption class="sr-only">What changed</caption>
          <thead class="text-muted">
            <tr class="h-6 text-left">
              <th scope="col" class="pr-4 font-normal">
                Place
              </th>
              <th scope="col" class="pr-4 font-normal">
                Before
              </th>
              <th scope="col" class="font-normal">
                After
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={all()}>
              {(change) => (
                <tr data-testid="audit-change">
                  <td class="pr-4">{change.place}</td>
                  <td class="pr-4 text-muted">{change.before || '—'}</td>
                  <td>{change.after || '—'}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <p class="break-all text-muted">
        Hash <code class="select-all">{props.record.hash}</code>
      </p>
    </div>
  )
}
