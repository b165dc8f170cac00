import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { DeedButton } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { dayTime } from '../../look/format'
import { createLoader } from '../../look/loaded'
import { Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { WordsCell } from '../blotter/cells'
import { Grid, notOnPhones, type Column } from '../blotter/Grid'
import { NewKeyForm } from './NewKeyForm'
import { left, type ApiKey } from './keys'

/** Keys for programs that act for the person who is signed in. */
export function ApiKeys() {
  const { rest } = useTerminal()
  const loader = createLoader(async () => (await rest.call('listApiKeys')).items)
  void loader.load()
  const [secret, setSecret] = createSignal<string | undefined>()
  const changed = (fresh?: string) => {
    setSecret(fresh)
    void loader.load()
  }
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-6" data-testid="api-keys">
      <Show when={secret()}>{(text) => <Fresh secret={text()} />}</Show>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The keys could not be read."
              failure={why()}
              retry={() => void loader.load()}
            />
          )}
        </Match>
        <Match when={loader.value()}>{(keys) => <Keys keys={keys()} changed={changed} />}</Match>
      </Switch>
      <NewKeyForm made={changed} />
    </div>
  )
}

function Fresh(props: { secret: string }) {
  return (
    <div class="flex flex-col gap-1 rounded-md border border-line bg-raised p-3" role="status">
      <p class="font-semibold">Copy the key now: it is not shown again.</p>
      <code class="break-all select-all" data-testid="key-secret">
        {props.secret}
      </code>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Key', words: true },
  { head: 'May', words: true },
  { head: 'From', words: true, extra: 'phone' },
  { head: 'Ends', words: true },
  { head: '', words: true },
]

interface KeysProps {
  readonly keys: readonly ApiKey[]
  changed(secret?: string): void
}

function Keys(props: KeysProps) {
  return (
    <Show
      when={props.keys.length > 0}
      fallback={<p class="text-muted">No keys yet. A program signs in with one you make below.</p>}
    >
      <div class="overflow-x-auto">
        <Grid caption="API keys" columns={columns}>
          <For each={props.keys}>{(key) => <Row key={key} changed={props.changed} />}</For>
        </Grid>
      </div>
    </Show>
  )
}

function Row(props: { key: ApiKey; changed(secret?: string): void }) {
  const { rest } = useTerminal()
  const path = () => ({ id: props.key.id })
  const rotate = createDeed(async () => {
    const made = await rest.call('rotateApiKey', { path: path(), body: { overlapMinutes: 60 } })
    props.changed(made.secret)
    return 'The old one works an hour longer'
  })
  const remove = createDeed(async () => {
    await rest.call('deleteApiKey', { path: path() })
    props.changed()
    return 'Deleted'
  })
  return (
    <tr class="h-8 align-top hover:bg-raised" data-testid="key-row" data-name={props.key.name}>
      <WordsCell>
        {props.key.name}
        <span class="block text-[12px] text-muted">{props.key.prefix}…</span>
      </WordsCell>
      <WordsCell class="whitespace-normal">
        {props.key.scopes.join(', ')}
        <Show when={props.key.poolId}>
          {(pool) => <span class="block text-[12px] text-muted">in pool {pool()}</span>}
        </Show>
      </WordsCell>
      <WordsCell class={notOnPhones}>{props.key.networks.join(', ') || 'anywhere'}</WordsCell>
      <WordsCell>
        <Ends key={props.key} />
      </WordsCell>
      <WordsCell>
        <div class="flex flex-col items-start gap-1 py-1">
          <DeedButton deed={rotate} name="Replace" testid="key-rotate" />
          <DeedButton
            deed={remove}
            name="Delete"
            danger={`Delete ${props.key.name}`}
            testid="key-delete"
          />
        </div>
      </WordsCell>
    </tr>
  )
}

function Ends(props: { key: ApiKey }) {
  const { connection } = useTerminal()
  const part = () => left(props.key, connection.now())
  return (
    <Show when={props.key.expiresAt} fallback={<span class="text-muted">never</span>}>
      {(end) => (
        <>
          <span class="tabular-nums">{dayTime(end())}</span>
          <progress class="block h-1 w-24" value={part() ?? 0} max="1" aria-label="Time left" />
        </>
      )}
    </Show>
  )
}
