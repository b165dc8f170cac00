// The peer of `./ratel bench stream`: a plain broadcast server on the `ws` library, without topics,
// accounts or recovery. A line of JSON on standard input is an order, each gets a line in answer:
// {"payload":TEXT} is what to say, {"broadcast":1} says it to everyone, {"memory":1} collects
// garbage (--expose-gc) and tells what is left. It ends with its input.
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { WebSocketServer } from 'ws'

const answer = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)
const server = createServer()
const sockets = new WebSocketServer({ server, maxPayload: 65_536 })
let payload = '{"batch":[]}'
let snapshot = payload

sockets.on('connection', (socket) => {
  socket.on('error', () => undefined)
  socket.on('message', (text) => {
    const { id, subscribe, recover } = JSON.parse(String(text))
    if (subscribe !== undefined) {
      socket.send(JSON.stringify({ subscribed: subscribe, id }))
      socket.send(snapshot)
    }
    if (recover !== undefined) {
      const recovered = Object.fromEntries(Object.keys(recover).map((topic) => [topic, true]))
      socket.send(JSON.stringify({ recovered, id }))
    }
  })
})

const orders = {
  payload(text) {
    payload = text
    snapshot = text.replace('"delta"', '"snapshot"')
    return true
  },
  broadcast() {
    for (const socket of sockets.clients) socket.send(payload)
    return true
  },
  memory() {
    for (let time = 0; time < 3; time += 1) globalThis.gc()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  },
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [[order, value]] = Object.entries(JSON.parse(line))
    answer({ [order]: orders[order](value) })
  })
  .on('close', () => process.exit(0))
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  answer({ port: server.address().port })
})
