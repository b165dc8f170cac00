import type { ErrorBody } from '../failures.js'
import { Stream, type Socket, type Status } from '../stream.js'
import type { Watch } from '../watch.js'

/** The server's end of a connection, in the test's hands. */
export class Line implements Socket {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly sent: Record<string, unknown>[] = []

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }

  close(): void {
    this.readyState = 3
  }

  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }

  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  break(): void {
    this.readyState = 3
    this.onclose?.()
  }

  frames(name: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => name in frame)
  }
}

/** A stream whose server, tokens and page are in the test's hands. */
export function desk(token?: string) {
  let present = token
  let wake: () => void = () => undefined
  const lines: Line[] = []
  const statuses: Status[] = []
  const heard: string[] = []
  const refused: ErrorBody[] = []
  let unauthorized = 0
  const stream = new Stream({
    open: () => {
      const line = new Line()
      lines.push(line)
      return line
    },
    token: () => present,
    unauthorized: () => (unauthorized += 1),
    status: (status) => statuses.push(status),
    wakes: (call) => {
      wake = call
      return () => (wake = () => undefined)
    },
    random: () => 0,
  })
  const listener = {
    snapshot: (data: unknown) => heard.push(`snapshot ${String(data)}`),
    delta: (data: unknown) => heard.push(`delta ${String(data)}`),
    refused: (error: ErrorBody) => refused.push(error),
  }
  return {
    stream,
    lines,
    heard,
    refused,
    listener,
    line: () => lines.at(-1) as Line,
    status: () => statuses.at(-1) as Status,
    unauthorized: () => unauthorized,
    wake: () => wake(),
    giveToken: (better: string | undefined) => (present = better),
    follow: (topic: string) => follow(stream, topic),
  }
}

/** A watch, and all that its watcher hears in order. */
function follow(stream: Stream, topic: string): { watch: Watch; story: string[] } {
  const story: string[] = []
  const watch = stream.watch(topic, {
    snapshot: (data) => story.push(`snapshot ${String(data)}`),
    delta: (data) => story.push(`delta ${String(data)}`),
    refused: (error) => story.push(`refused ${error.code}`),
    onState: (state) => story.push(state),
  })
  return { watch, story }
}

export function change(
  kind: 'snapshot' | 'delta',
  offset: number,
  data: string,
  epoch: string | number = 'e1',
  topic = 'market.BTC-USD.trades',
) {
  return { batch: [{ topic, epoch, offset, kind, data }] }
}

/** What is to leave at the end of this turn has left. */
export const turn = () => Promise.resolve()
