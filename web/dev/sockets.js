import { Refusal } from './account.js'

const batchMs = 100

/** Speaks the stream's protocol with one page. */
export function welcome(socket, topics, tokens, faults) {
  let pending = []
  let signedIn = false
  const send = (entry) => pending.push(entry)
  const say = (frame) => {
    if (!faults.silent) socket.send(JSON.stringify(frame))
  }
  const flush = setInterval(() => {
    if (pending.length > 0) say({ batch: pending })
    pending = []
  }, batchMs)
  socket.on('close', () => {
    clearInterval(flush)
    topics.leave(send)
  })

  const permit = (names) => {
    if (!signedIn && names.some((name) => !name.startsWith('market.'))) {
      throw new Refusal(401, 'UNAUTHENTICATED', 'sign in to follow your own topics')
    }
  }
  const verbs = {
    auth(token, id) {
      signedIn = tokens.has(token)
      if (!signedIn) throw new Refusal(401, 'UNAUTHENTICATED', 'the token is not ours')
      say({ authenticated: true, id })
    },
    ping: (number) => say({ pong: number, time: new Date().toISOString() }),
    subscribe(names, id) {
      permit(names)
      // All of them or none.
      names.forEach((name) => topics.check(name))
      say({ subscribed: names, id })
      names.forEach((name) => topics.subscribe(name, send))
    },
    unsubscribe(names, id) {
      names.forEach((name) => topics.unsubscribe(name, send))
      say({ unsubscribed: names, id })
    },
    recover(positions, id) {
      permit(Object.keys(positions))
      const recovered = Object.entries(positions).map(([name, position]) => [
        name,
        topics.recover(name, position, send),
      ])
      say({ recovered: Object.fromEntries(recovered), id })
    },
  }

  socket.on('message', (text) => {
    const { id, ...frame } = JSON.parse(String(text))
    try {
      for (const [verb, value] of Object.entries(frame)) verbs[verb]?.(value, id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      say({ error: error.body, id })
    }
  })
}
