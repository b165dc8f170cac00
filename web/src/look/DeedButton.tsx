import { Match, Show, Switch, createSignal, onMount, type ParentProps } from 'solid-js'
import type { Deed } from './deed'
import { Reason } from './states'

interface DeedButtonProps {
  readonly deed: Deed
  readonly name: string
  readonly testid: string
  readonly disabled?: boolean
  /** What cannot be taken back is asked once more, by a button that says what it will do. */
  readonly danger?: string
}

/** A button that does something, and below it what became of that. */
export function DeedButton(props: DeedButtonProps) {
  const [asking, setAsking] = createSignal(false)
  const dangerous = () => props.danger !== undefined
  const run = () => {
    setAsking(false)
    void props.deed.run()
  }
  return (
    <div class="flex flex-col gap-1.5">
      <div class="flex flex-wrap items-center gap-2">
        <Show
          when={asking()}
          fallback={
            <button
              type="button"
              class={`firm ${dangerous() ? 'text-danger-text' : ''}`}
              disabled={props.deed.busy() || props.disabled === true}
              onClick={() => (dangerous() ? setAsking(true) : run())}
              data-testid={props.testid}
            >
              {props.deed.busy() ? 'Sending…' : props.name}
            </button>
          }
        >
          <Confirm name={props.danger ?? ''} testid={props.testid} yes={run} />
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            Leave it
          </button>
        </Show>
        <Show when={props.deed.done()}>
          {(done) => (
            <span class="text-muted" data-testid={`${props.testid}-done`}>
              ✓ {done()}
            </span>
          )}
        </Show>
      </div>
      <Outcome deed={props.deed} testid={props.testid} />
    </div>
  )
}

function Confirm(props: { name: string; testid: string; yes(): void }) {
  let button: HTMLButtonElement | undefined
  onMount(() => button?.focus())
  return (
    <button
      ref={button}
      type="button"
      class="firm border-danger text-danger-text whitespace-normal"
      onClick={(event) => {
        // The second press of a double click is no answer.
        if (event.detail <= 1) props.yes()
      }}
      onKeyDown={(event) => {
        // Nor is the key that is still held down.
        if (event.repeat) event.preventDefault()
      }}
      data-testid={`${props.testid}-confirm`}
    >
      {props.name}
    </button>
  )
}

function Outcome(props: { deed: Deed; testid: string }) {
  return (
    <div role="status">
      <Switch>
        <Match when={props.deed.failure()}>
          {(why) => (
            <div data-testid={`${props.testid}-failure`}>
              <Reason failure={why()} />
            </div>
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** A part of a dialog or screen that has a title of its own. */
export function Section(props: ParentProps<{ title: string; says?: string }>) {
  return (
    <section class="flex max-w-xl flex-col gap-2.5" aria-label={props.title}>
      <h3 class="font-semibold">{props.title}</h3>
      <Show when={props.says}>{(says) => <p class="text-muted">{says()}</p>}</Show>
      {props.children}
    </section>
  )
}
