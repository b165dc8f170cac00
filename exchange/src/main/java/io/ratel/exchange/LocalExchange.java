package io.ratel.exchange;

import io.ratel.exchange.EventLog.EventHandler;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.event.EventDecoder;
import io.ratel.exchange.event.EventWriter;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An exchange in memory, without a log: what a backtest, a fork or a test trades on. Commands take
 * the same way through the wire's codecs as they do behind a log. One thread.
 */
public final class LocalExchange {
  private final Exchange exchange;
  private final EventHandler handler;
  private final CommandCodec codec = new CommandCodec();
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
  private final EventWriter events = new EventWriter();
  private final EventDecoder decoder = new EventDecoder();
  private final Answer answer = new Answer();

  /** An empty exchange. */
  public LocalExchange(EventHandler handler) {
    this(new Exchange(), handler);
  }

  /**
   * @param exchange the state to go on from
   * @param handler receives every event, before {@link #submit} returns
   */
  public LocalExchange(Exchange exchange, EventHandler handler) {
    this.exchange = exchange;
    this.handler = handler;
  }

  /** The machine itself, to look at. */
  public Exchange exchange() {
    return exchange;
  }

  /** Applies a command at a time, nanoseconds since 1970 UTC, with the next id. */
  public Reply submit(Command command, long timestampNs) {
    return submit(command, exchange.lastCommandId() + 32, timestampNs);
  }

  /** Applies a command with an id of the caller's, larger than every one before. */
  public Reply submit(Command command, long commandId, long timestampNs) {
    int length = codec.encode(command, buffer, 0);
    exchange.apply(commandId, timestampNs, buffer, 0, length, events, answer);
    if (events.count() > 0) {
      for (int i = 0; i < events.blocks(); i++) {
        decoder.decode(events.buffer(), events.blockOffset(i), 0, handler);
      }
    }
    return answer.toReply();
  }
}
