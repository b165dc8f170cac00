import type { Terminal } from '../terminal'
import { actions, type Action } from './actions'

/** How long `G` waits for the letter of a panel. */
const gotoWithinMs = 1_500

/** Listens for the page's keys until the returned function is called. */
export function listenForKeys(terminal: Terminal): () => void {
  let gotoUntil = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      terminal.frame.open('palette')
      return
    }
    if (event.key === 'Escape' && terminal.frame.overlay() === undefined) leave(event.target)
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (terminal.frame.overlay() !== undefined || isTyping(event.target)) return
    const goto = event.timeStamp < gotoUntil
    gotoUntil = 0
    const action = goto ? destination(event.key) : byKey(event.key)
    if (action !== undefined) {
      event.preventDefault()
      action.run(terminal)
    } else if (event.key === 'g') {
      gotoUntil = event.timeStamp + gotoWithinMs
    }
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

function byKey(key: string): Action | undefined {
  return actions.find((action) => action.key === key)
}

function destination(key: string): Action | undefined {
  return actions.find((action) => action.goto === key.toLowerCase())
}

/** True where a letter is text and not a command. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

/** Esc goes from a field to its panel, then to the page. */
function leave(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const panel = target.closest<HTMLElement>('[data-panel]')
  if (panel !== null && panel !== target) panel.focus()
  else target.blur()
}
