import { For, Match, Switch, createSignal } from 'solid-js'
import type { Proof } from '../../client/rest'
import { Grid, type Column } from '../account/blotter/Grid'
import { WordsCell } from '../account/blotter/cells'
import { ProvenDeed } from '../account/security/ProvenDeed'
import { Section } from '../look/DeedButton'
import { SelectField, TextField } from '../look/fields'
import { dayTime } from '../look/format'
import { createLoader } from '../look/loaded'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'

const scopes = [
  ['USER', 'A user'],
  ['POOL', 'The members of a pool'],
  ['IP', 'An address'],
] as const

type Scope = (typeof scopes)[number][0]

const kinds: Record<string, string> = {
  USER: 'User',
  ACCESS: 'User, until renewed',
  SESSION: 'Session',
  INNER: 'Session, until renewed',
  IP: 'Network',
}

/** What calls tokens back: what stands, and one more. */
export function Barriers() {
  const { rest } = useTerminal()
  const loader = createLoader(async () => (await rest.call('listBarriers')).items)
  void loader.load()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-6 p-4" data-testid="barriers">
      <Raise raised={() => void loader.load()} />
      <Switch fallback={<Skeleton rows={4} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The barriers could not be read."
              failure={why()}
              retry={() => void loader.load()}
            />
          )}
        </Match>
        <Match when={loader.value()?.length === 0}>
          <Empty says="No barrier stands." />
        </Match>
        <Match when={loader.value()}>{(all) => <Standing all={all()} />}</Match>
      </Switch>
    </div>
  )
}

interface Barrier {
  readonly kind: string
  readonly subject: string
  readonly at: string
}

const columns: readonly Column[] = [
  { head: 'Tokens of', words: true },
  { head: 'Subject', words: true },
  { head: 'Minted until', words: true },
]

function Standing(props: { all: readonly Barrier[] }) {
  return (
    <div class="overflow-x-auto">
      <Grid caption="Barriers that stand" columns={columns}>
        <For each={props.all}>
          {(each) => (
            <tr class="h-7 hover:bg-raised" data-testid="barrier-row">
              <WordsCell>{kinds[each.kind] ?? each.kind}</WordsCell>
              <WordsCell>{each.subject}</WordsCell>
              <WordsCell class="tabular-nums">{dayTime(each.at)} UTC</WordsCell>
            </tr>
          )}
        </For>
      </Grid>
    </div>
  )
}

function Raise(props: { raised(): void }) {
  const { rest } = useTerminal()
  const [scope, setScope] = createSignal<Scope>('USER')
  const [subject, setSubject] = createSignal('')
  const raise = async (proof: Proof) => {
    const body = { scope: scope(), subject: subject().trim() }
    await rest.dangerous('raiseBarrier', { body }, proof)
    props.raised()
    return `Everything minted for ${body.subject} until now is void`
  }
  return (
    <Section
      title="Call tokens back"
      says="Sockets close within a second on every node; API keys of the users are deleted."
    >
      <SelectField
        name="Of"
        testid="barrier-scope"
        value={scope()}
        options={scopes}
        choose={setScope}
      />
      <TextField
        name={scope() === 'IP' ? 'Address' : 'Number'}
        testid="barrier-subject"
        words
        value={subject()}
        set={setSubject}
      />
      <ProvenDeed
        name="Raise the barrier"
        does={`Void every token of ${subject()}`}
        testid="barrier-raise"
        danger
        disabled={subject().trim() === ''}
        act={raise}
      />
    </Section>
  )
}
