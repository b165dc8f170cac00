import { For, Show, createSignal, type ParentProps } from 'solid-js'
import { ApiError, type Failure } from '../../client/failures'

/** Loading: rows of the panel's own shape. */
export function Skeleton(props: { rows: number; class?: string }) {
  return (
    <div class={`space-y-2 p-3 ${props.class ?? ''}`} aria-busy="true" aria-label="Loading">
      <For each={Array.from({ length: props.rows })}>
        {(_, i) => (
          <div class="flex justify-between gap-6">
            <div class={`skeleton h-4 ${i() % 3 === 1 ? 'w-24' : 'w-16'}`} />
            <div class="skeleton h-4 w-20" />
          </div>
        )}
      </For>
    </div>
  )
}

/** Empty: one sentence and the next action. */
export function Empty(props: ParentProps<{ says: string }>) {
  return (
    <div class="flex flex-col items-start gap-2 p-3 text-muted">
      <p>{props.says}</p>
      {props.children}
    </div>
  )
}

/** Error: what, why, what to do, and the ray id to copy. */
export function Failed(props: { what: string; failure: Failure; retry?: () => void }) {
  return (
    <div class="flex flex-col items-start gap-2 p-3" role="alert">
      <p>{props.what}</p>
      <Reason failure={props.failure} />
      <Show when={props.retry}>
        {(retry) => (
          <button type="button" class="firm" onClick={() => retry()()}>
            Try again
          </button>
        )}
      </Show>
    </div>
  )
}

/** Why a request failed, in the platform's words. */
export function Reason(props: { failure: Failure }) {
  const refused = () => (props.failure instanceof ApiError ? props.failure : undefined)
  return (
    <div class="min-w-0 text-muted">
      <p class="break-words text-danger-text first-letter:uppercase">{props.failure.message}</p>
      <Show when={refused()?.rule}>
        {(rule) => (
          <p class="break-words">
            Rule: {refused()?.field} {rule()}
          </p>
        )}
      </Show>
      <Show when={refused()?.rayId}>{(id) => <RayId id={id()} />}</Show>
    </div>
  )
}

function RayId(props: { id: string }) {
  const [copied, setCopied] = createSignal(false)
  const copy = () => {
    void navigator.clipboard.writeText(props.id).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <p class="flex flex-wrap items-center gap-x-2">
      <span>Ray</span>
      <code class="min-w-0 break-all select-all">{props.id}</code>
      <button type="button" class="quiet underline" onClick={copy} aria-live="polite">
        {copied() ? 'Copied' : 'Copy'}
      </button>
    </p>
  )
}
