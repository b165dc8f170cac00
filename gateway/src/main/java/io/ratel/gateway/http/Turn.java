package io.ratel.gateway.http;

import io.ratel.gateway.operation.RefusedException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its one answer. Made and used on the request's event loop; {@link #answer} may be
 * called from any thread, and only the first call counts.
 */
final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  private final HttpServerRequest request;
  private final HttpMetrics metrics;
  private final Context context;
  private final long startNs = System.nanoTime();
  private final String rayId = RayId.next();
  private String operation = "unmatched";
  private boolean answered;
  private boolean closeAfter;
  private Runnable onAnswer = () -> {};

  Turn(Vertx vertx, HttpServerRequest request, HttpMetrics metrics) {
    this.context = vertx.getOrCreateContext();
    this.request = request;
    this.metrics = metrics;
  }

  HttpServerRequest request() {
    return request;
  }

  String rayId() {
    return rayId;
  }

  boolean answered() {
    return answered;
  }

  /** Names the operation for metrics and log. */
  void is(String name) {
    operation = name;
  }

  /** Runs once, on the event loop, when the turn is over; adds to what was asked for before. */
  void onAnswer(Runnable action) {
    Runnable before = onAnswer;
    onAnswer =
        () -> {
          before.run();
          action.run();
        };
  }

  void answer(RefusedException refused) {
    answer(HttpAnswer.of(refused, rayId));
  }

  void answer(HttpAnswer answer) {
    if (context.equals(Vertx.currentContext())) {
      write(answer);
    } else {
      context.runOnContext(ignored -> write(answer));
    }
  }

  /** Closes the connection once the answer is out: what else comes in on it cannot be trusted. */
  void closeAfter() {
    closeAfter = true;
  }

  /** The peer went away, or the socket was upgraded: nothing more is written. */
  void abandon() {
    if (!answered) {
      answered = true;
      onAnswer.run();
    }
  }

  private void write(HttpAnswer answer) {
    if (answered) {
      return;
    }
    answered = true;
    onAnswer.run();
    long nanos = System.nanoTime() - startNs;
    metrics.answered(operation, answer.status(), nanos);
    LOG.atDebug()
        .addKeyValue("rayId", rayId)
        .addKeyValue("operation", operation)
        .addKeyValue("status", answer.status())
        .addKeyValue("micros", nanos / 1_000)
        .log("request answered");
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response
        .putHeader("X-Ray-Id", rayId)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Content-Security-Policy", HttpAnswer.CONTENT_POLICY);
    Future<Void> end;
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(answer.body().length));
      end = response.end();
    } else {
      end = response.end(Buffer.buffer(answer.body()));
    }
    if (closeAfter) {
      end.onComplete(ignored -> request.connection().close());
    }
  }
}
