package io.ratel.adapters.aeron;

import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.RequestDecoder;
import org.agrona.DirectBuffer;

/**
 * An ingress message: one or more commands, each behind a {@code Request} with the number by which
 * its sender knows it. A command's id is its place in the log: the message's end position, less the
 * commands that follow it in the message.
 */
final class Requests {
  static final int HEADER_LENGTH =
      MessageHeaderDecoder.ENCODED_LENGTH + RequestDecoder.BLOCK_LENGTH;

  /** Receives one command. */
  @FunctionalInterface
  interface Handler {
    void onCommand(long commandId, long correlationId, int offset, int length);
  }

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final RequestDecoder request = new RequestDecoder();

  /** Hands over the commands in turn; what does not parse ends the message. */
  void forEach(DirectBuffer buffer, int offset, int length, long endPosition, Handler handler) {
    int count = 0;
    for (int at = offset; (at = next(buffer, at, offset + length)) >= 0; ) {
      count++;
    }
    int start = offset;
    for (int i = 0; i < count; i++) {
      int end = next(buffer, start, offset + length);
      handler.onCommand(
          endPosition - (count - 1 - i),
          request.correlationId(),
          start + HEADER_LENGTH,
          request.length());
      start = end;
    }
  }

  /** Wraps the request at {@code at} and returns where the next begins, -1 when none is there. */
  private int next(DirectBuffer buffer, int at, int limit) {
    if (at + HEADER_LENGTH > limit) {
      return -1;
    }
    header.wrap(buffer, at);
    if (header.templateId() != RequestDecoder.TEMPLATE_ID
        || header.schemaId() != RequestDecoder.SCHEMA_ID) {
      return -1;
    }
    request.wrapAndApplyHeader(buffer, at, header);
    int end = at + HEADER_LENGTH + request.length();
    return request.length() <= 0 || end > limit ? -1 : end;
  }
}
