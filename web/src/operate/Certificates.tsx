import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { ApiError } from '../../client/failures'
import { Grid, extra, notOnPhones, type Column } from '../account/blotter/Grid'
import { WordsCell } from '../account/blotter/cells'
import type { Proof } from '../../client/rest'
import { ProvenDeed } from '../account/security/ProvenDeed'
import { Section } from '../look/DeedButton'
import { SelectField } from '../look/fields'
import { dayTime } from '../look/format'
import { createLoader } from '../look/loaded'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { Invite } from './Invite'
import { shareLeft, standing, timeLeft, type Listed, type Standing } from './certificate'

/** The fleet's certificates: what was issued and for how long, revoked and invited from here. */
export function Certificates() {
  const { rest } = useTerminal()
  const loader = createLoader(async () => (await rest.call('listCertificates')).items)
  const [chosen, choose] = createSignal<Listed | undefined>()
  void loader.load()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const isElsewhere = () => {
    const why = failure()
    return why instanceof ApiError && why.status === 404
  }
  const revoked = () => {
    choose(undefined)
    void loader.load()
  }
  return (
    <div class="flex flex-col gap-4 p-4" data-testid="certificates">
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={isElsewhere()}>
          <Empty says="This process holds no certificate authority.">
            <p>
              <code>ratel ca init</code> makes one while it is stopped,{' '}
              <code>ratel up --tls</code> one for itself.
            </p>
          </Empty>
        </Match>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The certificates could not be read."
              failure={why()}
              retry={() => void loader.load()}
            />
          )}
        </Match>
        <Match when={loader.value()}>
          {(items) => (
            <>
              <Issued items={items()} choose={choose} />
              <Show when={chosen()} keyed>
                {(one) => <Revoke one={one} done={revoked} />}
              </Show>
              <Invite />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Kind', words: true },
  { head: 'Name', words: true },
  { head: 'Hosts', words: true, extra: true },
  { head: 'Left', words: true },
  { head: 'Ends', words: true, extra: 'phone' },
  { head: 'Serial', words: true, extra: true },
  { head: '', words: true },
]

function Issued(props: { items: readonly Listed[]; choose(one: Listed): void }) {
  const now = Date.now()
  const newestFirst = () => [...props.items].reverse()
  return (
    <Show
      when={props.items.length > 0}
      fallback={<Empty says="No certificate is good now. Invite a machine below." />}
    >
      <div class="min-w-0 overflow-x-auto">
        <Grid caption="Certificates that were issued" columns={columns}>
          <For each={newestFirst()}>
            {(one) => (
              <tr
                class="h-7 hover:bg-raised"
                data-testid="certificate-row"
                data-standing={standing(one, now)}
              >
                <WordsCell>{one.kind}</WordsCell>
                <WordsCell class="font-semibold">{one.name}</WordsCell>
                <WordsCell class={`text-muted ${extra}`}>{one.hosts.join(', ')}</WordsCell>
                <WordsCell>
                  <Left one={one} nowMs={now} />
                </WordsCell>
                <WordsCell class={`tabular-nums text-digits ${notOnPhones}`}>
                  {dayTime(one.notAfter)}
                </WordsCell>
                <WordsCell class={`text-muted ${extra}`}>
                  <code title={one.serial}>{one.serial.slice(0, 12)}…</code>
                </WordsCell>
                <WordsCell>
                  <Show when={one.revokedAt === null}>
                    <button
                      type="button"
                      class="quiet text-danger-text"
                      onClick={() => props.choose(one)}
                      data-testid="certificate-choose"
                    >
                      Revoke…
                    </button>
                  </Show>
                </WordsCell>
              </tr>
            )}
          </For>
        </Grid>
      </div>
    </Show>
  )
}

const colours: Record<Standing, string> = {
  good: 'bg-accent',
  due: 'bg-warning',
  late: 'bg-danger',
  ended: 'bg-danger',
  revoked: 'bg-danger',
}

const words: Partial<Record<Standing, string>> = { late: 'not renewed', revoked: 'revoked' }

/** The time left as a bar of the whole life, and in words. */
function Left(props: { one: Listed; nowMs: number }) {
  const now = () => standing(props.one, props.nowMs)
  const share = () => (now() === 'revoked' ? 0 : shareLeft(props.one, props.nowMs))
  return (
    <span class="flex items-center gap-2">
      <span class="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-line" aria-hidden="true">
        <span class={`block h-full ${colours[now()]}`} style={{ width: `${share() * 100}%` }} />
      </span>
      <span class={`tabular-nums ${words[now()] === undefined ? '' : 'text-danger-text'}`}>
        {now() === 'revoked' ? '' : timeLeft(props.one, props.nowMs)} {words[now()] ?? ''}
      </span>
    </span>
  )
}

const reasons = [
  ['unspecified', 'No reason given'],
  ['keyCompromise', 'Its key is known to others'],
  ['superseded', 'Another took its place'],
  ['cessationOfOperation', 'The machine is gone'],
  ['privilegeWithdrawn', 'It may no longer'],
] as const

type Reason = (typeof reasons)[number][0]

function Revoke(props: { one: Listed; done(): void }) {
  const { rest } = useTerminal()
  const [reason, setReason] = createSignal<Reason>('unspecified')
  const what = () => `${props.one.kind} ${props.one.name}`
  const revoke = async (proof: Proof) => {
    const request = { path: { serial: props.one.serial }, body: { reason: reason() } }
    await rest.dangerous('revokeCertificate', request, proof)
    props.done()
    return `Revoked ${what()}`
  }
  return (
    <Section
      title={`Revoke ${what()}`}
      says="It is refused from now on and its open connections end within a minute. For good."
    >
      <SelectField
        name="Reason"
        testid="revoke-reason"
        value={reason()}
        options={reasons}
        choose={setReason}
      />
      <ProvenDeed
        name="Revoke"
        does={`Revoke ${what()} and cut its connections`}
        testid="revoke-send"
        danger
        act={revoke}
      />
    </Section>
  )
}
