package io.ratel.gateway.http;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/**
 * Collects a body up to its bound. What comes after the bound is read and thrown away for a while,
 * so that a client that is still sending gets to see the answer. Confined to the event loop.
 */
final class BodyReader {
  private static final int DISCARD_FACTOR = 16;

  private final Turn turn;
  private final int maxBytes;
  private final Buffer body = Buffer.buffer();
  private long received;

  private BodyReader(Turn turn, int maxBytes) {
    this.turn = turn;
    this.maxBytes = maxBytes;
  }

  /** Reads; hands over the whole body, or answers 413. */
  static void read(Turn turn, int maxBytes, Consumer<byte[]> whole) {
    BodyReader reader = new BodyReader(turn, maxBytes);
    HttpServerRequest request = turn.request();
    if (declared(request) > maxBytes) {
      reader.refuse();
    } else if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.handler(reader::take);
    request.endHandler(
        ignored -> {
          if (!turn.answered()) {
            whole.accept(reader.body.getBytes());
          }
        });
  }

  static long declared(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void take(Buffer part) {
    received += part.length();
    if (received > (long) maxBytes * DISCARD_FACTOR) {
      turn.request().connection().close();
    } else if (received > maxBytes) {
      refuse();
    } else if (!turn.answered()) {
      body.appendBuffer(part);
    }
  }

  private void refuse() {
    turn.answer(
        RefusedException.of(
            ErrorCode.BODY_TOO_LARGE, "the body must be at most " + maxBytes + " bytes"));
  }
}
