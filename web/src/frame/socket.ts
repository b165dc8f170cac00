import { batch } from 'solid-js'
import type { Socket } from '../../client/stream'

type Handler = ((event: never) => void) | null

/** A WebSocket whose messages are drawn once each, however many topics they change. */
export function drawnTogether(socket: WebSocket): Socket {
  const set = (name: 'onopen' | 'onmessage' | 'onclose' | 'onerror', handler: Handler) => {
    socket[name] = handler && ((event: Event) => batch(() => handler(event as never)))
  }
  return {
    get readyState() {
      return socket.readyState
    },
    set onopen(handler: Handler) {
      set('onopen', handler)
    },
    set onmessage(handler: Handler) {
      set('onmessage', handler)
    },
    set onclose(handler: Handler) {
      set('onclose', handler)
    },
    set onerror(handler: Handler) {
      set('onerror', handler)
    },
    send: (text) => socket.send(text),
    close: () => socket.close(),
  }
}
