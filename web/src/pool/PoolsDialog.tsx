import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { createLoader } from '../look/loaded'
import { Modal } from '../look/Modal'
import { Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { JoinPool, NewPool } from './NewPool'
import { PoolView } from './PoolView'
import { roleName, type Pool } from './pools'

/** The pools of the person who is signed in: who is in them, as what, and with how much. */
export default function PoolsDialog() {
  const { frame, rest, accounts } = useTerminal()
  const loader = createLoader(async () => (await rest.call('listPools')).items)
  const [chosen, choose] = createSignal<string | undefined>()
  void loader.load()
  const pools = () => loader.value() ?? []
  const pool = () => pools().find((each) => each.id === chosen())
  const changed = async (next?: string) => {
    await Promise.all([loader.load(), accounts.reload()])
    choose(next)
  }
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Modal
      title="Pools"
      class="h-[640px] max-h-[calc(100dvh-24px)] w-[760px] overflow-hidden"
      close={() => frame.close()}
    >
      <div class="flex h-full flex-col" data-testid="pools-dialog">
        <header class="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <h2 class="min-w-0 truncate font-semibold outline-none" tabindex="-1" data-autofocus>
            Pools
          </h2>
          <span class="truncate text-muted">Trade together on one account</span>
          <button type="button" class="quiet ml-auto" onClick={() => frame.close()}>
            Close
          </button>
        </header>
        <Switch fallback={<Skeleton rows={6} />}>
          <Match when={failure()}>
            {(why) => (
              <Failed
                what="The pools could not be read."
                failure={why()}
                retry={() => void loader.load()}
              />
            )}
          </Match>
          <Match when={loader.value()}>
            <div class="flex min-h-0 flex-1 max-wide:flex-col">
              <List pools={pools()} chosen={chosen()} choose={choose} />
              <div class="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">
                <Show
                  when={pool()}
                  keyed
                  fallback={
                    <div class="flex flex-col gap-6">
                      <NewPool made={changed} />
                      <JoinPool joined={changed} />
                    </div>
                  }
                >
                  {(each) => <PoolView pool={each} changed={changed} />}
                </Show>
              </div>
            </div>
          </Match>
        </Switch>
      </div>
    </Modal>
  )
}

interface ListProps {
  readonly pools: readonly Pool[]
  readonly chosen: string | undefined
  choose(id: string | undefined): void
}

function List(props: ListProps) {
  return (
    <nav
      class="flex shrink-0 gap-0.5 border-line p-2 wide:w-44 wide:flex-col wide:border-r
        max-wide:overflow-x-auto max-wide:border-b"
      aria-label="Pools"
    >
      <For each={props.pools}>
        {(pool) => (
          <button
            type="button"
            class="quiet shrink-0 text-left"
            aria-pressed={props.chosen === pool.id}
            onClick={() => props.choose(pool.id)}
            data-testid="pool-row"
          >
            <span class="block truncate">{pool.name}</span>
            <span class="block text-[12px] text-muted">{roleName(pool.role)}</span>
          </button>
        )}
      </For>
      <button
        type="button"
        class="quiet shrink-0 text-left"
        aria-pressed={props.chosen === undefined}
        onClick={() => props.choose(undefined)}
        data-testid="pool-new"
      >
        + New, or join one
      </button>
    </nav>
  )
}
