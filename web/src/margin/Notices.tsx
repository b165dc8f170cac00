import { For, Show } from 'solid-js'
import { AlertNotices } from '../alert/AlertNotices'
import type { AccountEvent } from '../../client/shapes'
import { dayTime } from '../look/format'
import { useTerminal } from '../terminal'
import { eventWords, weightOf } from './eventWords'

const shownMax = 5

/**
 * What the account must know at once, and what it lived through while nobody looked: away from
 * what is pressed.
 */
export function Notices() {
  const { events, frame } = useTerminal()
  const rest = () => events.missed().length - shownMax
  return (
    <div
      class="pointer-events-none fixed left-3 z-20 flex w-88 max-w-[calc(100vw-24px)] flex-col gap-2
        wide:bottom-9 max-wide:top-26"
    >
      <AlertNotices />
      <For each={events.notices()}>
        {(event) => <Notice event={event} close={() => events.dismiss(event)} />}
      </For>
      <Show when={events.missed().length > 0}>
        <section
          class="floating pointer-events-auto p-3"
          aria-label="While you were away"
          data-testid="away"
        >
          <h2 class="font-semibold">While you were away</h2>
          <ul class="mt-1 flex flex-col gap-1">
            <For each={events.missed().slice(0, shownMax)}>
              {(event) => (
                <li data-testid="away-event">
                  <Said event={event} />
                </li>
              )}
            </For>
          </ul>
          <div class="mt-2 flex items-center gap-2">
            <Show when={rest() > 0}>
              <button type="button" class="quiet" onClick={() => frame.showBlotter('margin')}>
                and {rest()} more
              </button>
            </Show>
            <button
              type="button"
              class="firm ml-auto"
              onClick={() => events.dismissMissed()}
              data-testid="away-dismiss"
            >
              Dismiss
            </button>
          </div>
        </section>
      </Show>
    </div>
  )
}

function Notice(props: { event: AccountEvent; close(): void }) {
  const grave = () => weightOf(props.event) === 'danger'
  return (
    <div
      role="alert"
      class={`floating pointer-events-auto flex items-start gap-2 border-l-4 p-3 ${
        grave() ? 'border-l-danger' : 'border-l-warning'
      }`}
      data-testid="notice"
      data-kind={props.event.kind}
    >
      <div class="min-w-0 flex-1">
        <Said event={props.event} />
      </div>
      <button type="button" class="quiet px-2" aria-label="Dismiss" onClick={() => props.close()}>
        ×
      </button>
    </div>
  )
}

function Said(props: { event: AccountEvent }) {
  return (
    <>
      <span class="text-[12px] text-muted tabular-nums">{dayTime(props.event.time)} UTC</span>
      <p class="break-words">{eventWords(props.event)}</p>
    </>
  )
}
