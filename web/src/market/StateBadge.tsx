import { stateWord } from './states'

const shapes: Record<string, { readonly path: string; readonly look: string }> = {
  open: { path: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', look: 'fill-up' },
  auction: { path: 'M5 1l4 4l-4 4l-4 -4z', look: 'fill-accent' },
  preOpen: { path: 'M5 1l4 4l-4 4l-4 -4z', look: 'fill-none stroke-accent' },
  halt: { path: 'M1 1h3v8h-3zM6 1h3v8h-3z', look: 'fill-warning' },
  closed: { path: 'M1.5 1.5h7v7h-7z', look: 'fill-none stroke-muted' },
}

/** A market's state: a word and a shape of its own, so that colour is not needed. */
export function StateBadge(props: { state: string }) {
  const shape = () => shapes[props.state]
  return (
    <span class="inline-flex items-center gap-1.5" data-testid="state" data-state={props.state}>
      <svg viewBox="0 0 10 10" class="size-2.5" aria-hidden="true">
        <path d={shape()?.path ?? ''} class={shape()?.look ?? ''} stroke-width="1.5" />
      </svg>
      {stateWord(props.state)}
    </span>
  )
}
