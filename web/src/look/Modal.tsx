import { onCleanup, onMount, type ParentProps } from 'solid-js'

interface ModalProps extends ParentProps {
  readonly title: string
  readonly class?: string
  close(): void
}

/** What floats above the page: the browser's own dialog keeps the focus and answers Esc. */
export function Modal(props: ModalProps) {
  let dialog: HTMLDialogElement | undefined
  onMount(() => {
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  })
  onCleanup(() => dialog?.close())
  return (
    <dialog
      ref={dialog}
      aria-label={props.title}
      class={`floating m-auto max-w-[calc(100vw-24px)] ${props.class ?? ''}`}
      onClose={() => props.close()}
      onClick={(event) => {
        if (event.target === dialog) props.close()
      }}
    >
      {props.children}
    </dialog>
  )
}
