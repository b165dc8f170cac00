import { For, Match, Show, Switch, createSignal, onMount } from 'solid-js'
import type { Proof } from '../../client/rest'
import { WordsCell } from '../account/blotter/cells'
import { Grid, notOnPhones, type Column } from '../account/blotter/Grid'
import { ProvenDeed } from '../account/security/ProvenDeed'
import { SecurityProvider, createSecurity } from '../account/security/security'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed, type Deed } from '../look/deed'
import { dayTime, grouped } from '../look/format'
import { createLoader } from '../look/loaded'
import { Failed, Reason, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { Invitations } from './Invitations'
import { Units } from './Units'
import {
  mayRemove,
  reaches,
  roleName,
  roles,
  share,
  type Member,
  type Pool,
  type PoolRole,
} from './pools'

interface PoolViewProps {
  readonly pool: Pool
  /** The pools are others now; which of them to show. */
  changed(next?: string): Promise<void>
}

/** One pool as its member sees it. */
export function PoolView(props: PoolViewProps) {
  const { rest, frame, accounts } = useTerminal()
  const path = () => ({ id: props.pool.id })
  const loader = createLoader(
    async () => (await rest.call('listPoolMembers', { path: path() })).items,
  )
  void loader.load()
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <div class="flex flex-col gap-6" data-testid="pool-view">
      <header class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 class="text-[15px] font-semibold">{props.pool.name}</h3>
        <span class="text-muted">You are {roleName(props.pool.role).toLowerCase()}.</span>
        <button
          type="button"
          class="quiet ml-auto"
          onClick={() => {
            accounts.choose(props.pool.accountId)
            frame.close()
          }}
          data-testid="pool-trade"
        >
          Show account {props.pool.accountId}
        </button>
      </header>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={failure()}>
          {(why) => (
            <Failed
              what="The members could not be read."
              failure={why()}
              retry={() => void loader.load()}
            />
          )}
        </Match>
        <Match when={loader.value()}>
          {(members) => (
            <Members
              pool={props.pool}
              members={members()}
              changed={() => void loader.load()}
              left={() => void props.changed()}
            />
          )}
        </Match>
      </Switch>
      <Units pool={props.pool} moved={() => void loader.load()} />
      <Show when={reaches(props.pool.role, 'MODERATOR')}>
        <Invitations pool={props.pool} />
      </Show>
      <Show when={props.pool.role === 'OWNER'}>
        <End pool={props.pool} ended={() => void props.changed()} />
      </Show>
    </div>
  )
}

const columns: readonly Column[] = [
  { head: 'Member', words: true },
  { head: 'Role', words: true },
  { head: 'Joined', words: true, extra: 'phone' },
  { head: 'Units' },
  { head: '', words: true },
]

interface MembersProps {
  readonly pool: Pool
  readonly members: readonly Member[]
  changed(): void
  left(): void
}

function Members(props: MembersProps) {
  return (
    <section aria-label="Members" class="flex flex-col gap-2">
      <h3 class="font-semibold">Members</h3>
      <div class="overflow-x-auto">
        <Grid caption="Members of the pool" columns={columns}>
          <For each={props.members}>{(member) => <Row {...props} member={member} />}</For>
        </Grid>
      </div>
    </section>
  )
}

function Row(props: MembersProps & { readonly member: Member }) {
  const { rest, signedIn } = useTerminal()
  const [wanted, setWanted] = createSignal(props.member.role)
  const path = () => ({ id: props.pool.id, userId: props.member.userId })
  const isMe = () => props.member.userId === signedIn.session()?.userId
  const setRole = createDeed(async () => {
    await rest.call('setPoolRole', { path: path(), body: { role: wanted() } })
    props.changed()
    return ''
  })
  const remove = createDeed(async () => {
    await rest.call('removePoolMember', { path: path() })
    if (isMe()) props.left()
    else props.changed()
    return ''
  })
  const failure = () => setRole.failure() ?? remove.failure()
  const part = () => share(props.member, props.members)
  return (
    <>
      <tr class="h-8 hover:bg-raised" data-testid="member-row" data-email={props.member.email}>
        <WordsCell>
          {props.member.email}
          <Show when={isMe()}>
            <span class="text-muted"> (you)</span>
          </Show>
        </WordsCell>
        <WordsCell>
          <Show when={props.pool.role === 'OWNER'} fallback={roleName(props.member.role)}>
            <RoleChoice member={props.member} deed={setRole} wanted={wanted()} want={setWanted} />
          </Show>
        </WordsCell>
        <WordsCell class={`tabular-nums text-muted ${notOnPhones}`}>
          {dayTime(props.member.joinedAt)}
        </WordsCell>
        <td class="num px-2">
          {grouped(String(props.member.units))}
          <Show when={part()}>{(percent) => <span class="text-muted"> {percent()} %</span>}</Show>
        </td>
        <WordsCell>
          <Show when={mayRemove(props.pool.role, props.member, signedIn.session()?.userId)}>
            <DeedButton
              deed={{ ...remove, failure: () => undefined }}
              name={isMe() ? 'Leave' : 'Remove'}
              danger={isMe() ? `Leave ${props.pool.name}` : `Remove ${props.member.email}`}
              testid="member-remove"
            />
          </Show>
        </WordsCell>
      </tr>
      <Show when={failure()}>
        {(why) => (
          <tr>
            <td colspan={columns.length} class="px-3 pb-2" data-testid="member-failure">
              <Reason failure={why()} />
            </td>
          </tr>
        )}
      </Show>
    </>
  )
}

interface RoleChoiceProps {
  readonly member: Member
  readonly deed: Deed
  readonly wanted: PoolRole
  want(role: PoolRole): void
}

function RoleChoice(props: RoleChoiceProps) {
  const choose = async (role: PoolRole) => {
    props.want(role)
    await props.deed.run()
    if (props.deed.failure() !== undefined) props.want(props.member.role)
  }
  return (
    <select
      class="field"
      aria-label={`Role of ${props.member.email}`}
      disabled={props.deed.busy()}
      value={props.wanted}
      onChange={(event) => void choose(event.currentTarget.value as PoolRole)}
      data-testid="member-role"
    >
      <For each={roles}>
        {([role, name, says]) => (
          <option value={role} title={says} selected={role === props.wanted}>
            {name}
          </option>
        )}
      </For>
    </select>
  )
}

/** Deletes the pool, which must be empty. */
function End(props: { pool: Pool; ended(): void }) {
  const { rest } = useTerminal()
  const security = createSecurity(rest)
  onMount(() => void security.load())
  const end = async (proof: Proof) => {
    await rest.dangerous('deletePool', { path: { id: props.pool.id } }, proof)
    props.ended()
    return 'Deleted'
  }
  return (
    <Section
      title="Delete the pool"
      says="Its account must hold nothing. Members, invitations and keys go with it."
    >
      <SecurityProvider value={security}>
        <ProvenDeed
          name="Delete the pool"
          does={`Delete ${props.pool.name}`}
          testid="pool-delete"
          danger
          act={end}
        />
      </SecurityProvider>
    </Section>
  )
}
