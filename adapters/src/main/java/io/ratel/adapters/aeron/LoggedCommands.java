package io.ratel.adapters.aeron;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.logbuffer.Header;
import io.ratel.exchange.Answer;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.event.EventWriter;
import org.agrona.DirectBuffer;

/** Applies the messages of a log to an exchange until it is where it should be. One thread. */
final class LoggedCommands {
  private final Exchange exchange;
  private final long toSequence;
  private final long toTimeNs;
  private final EventWriter events = new EventWriter();
  private final Answer answer = new Answer();
  private final Requests requests = new Requests();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final SessionMessageHeaderDecoder message = new SessionMessageHeaderDecoder();
  private boolean reached;

  /**
   * @param toSequence the last event wanted; commands are whole, so there may be a few more
   * @param toTimeNs no command later than this is applied
   */
  LoggedCommands(Exchange exchange, long toSequence, long toTimeNs) {
    this.exchange = exchange;
    this.toSequence = toSequence;
    this.toTimeNs = toTimeNs;
    reached = exchange.sequence() >= toSequence;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Whether there is nothing more to apply. */
  boolean reached() {
    return reached;
  }

  /** Takes one message of the log, whole. */
  void onMessage(DirectBuffer buffer, int offset, int length, Header frame) {
    header.wrap(buffer, offset);
    if (reached
        || header.schemaId() != SessionMessageHeaderDecoder.SCHEMA_ID
        || header.templateId() != SessionMessageHeaderDecoder.TEMPLATE_ID) {
      return;
    }
    message.wrap(
        buffer,
        offset + MessageHeaderDecoder.ENCODED_LENGTH,
        header.blockLength(),
        header.version());
    long timestamp = message.timestamp();
    if (timestamp > toTimeNs) {
      reached = true;
      return;
    }
    requests.forEach(
        buffer,
        offset + AeronCluster.SESSION_HEADER_LENGTH,
        length - AeronCluster.SESSION_HEADER_LENGTH,
        frame.position(),
        (commandId, correlationId, at, size) -> {
          if (exchange.sequence() < toSequence) {
            exchange.apply(commandId, timestamp, buffer, at, size, events, answer);
          }
        });
    reached = exchange.sequence() >= toSequence;
  }
}
