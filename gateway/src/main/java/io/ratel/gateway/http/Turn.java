package io.ratel.gateway.http;

import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its one answer. Made and used on the request's event loop; {@link #answer} may be
 * called from any thread, and only the first call counts.
 */
final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  /** An event loop that has not come to it by then is gone. */
  private static final long BEGIN_S = 10;

  private final HttpServerRequest request;
  private final HttpMetrics metrics;
  private final Context context;
  private final long startNs = System.nanoTime();
  private final String rayId = RayId.next();
  private String operation = "unmatched";
  private boolean answered;
  private boolean closeAfter;
  private Runnable onAnswer = () -> {};
  private volatile Map<String, String> further = Map.of();

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

  /** Headers of whatever the answer will be, in place of those set before; any thread. */
  void further(Map<String, String> headers) {
    further = headers;
  }

  /** Names the operation for metrics and log. */
  void is(String name) {
    operation = name;
  }

  String operation() {
    return operation;
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

  /**
   * Answers with a file, which is written on the calling thread, no event loop. A file that cannot
   * be written to its end breaks the connection, so that the client does not take it for whole.
   */
  void send(int status, Shape.File file) {
    HttpServerResponse response = request.response();
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    context.runOnContext(ignored -> begun.complete(begin(status, HttpAnswer.headers(file))));
    if (!begun.orTimeout(BEGIN_S, TimeUnit.SECONDS).join()) {
      return;
    }
    try {
      ChunkedBody body = new ChunkedBody(context, response);
      file.body().write(body);
      body.close(); // and not when it broke off: an ended body is a whole one
    } catch (IOException | RuntimeException e) {
      LOG.atWarn().addKeyValue("rayId", rayId).setCause(e).log("{} broke off", file.name());
      context.runOnContext(ignored -> request.connection().close());
    }
  }

  /** Writes the head of a body that follows; false when the turn is over already. */
  private boolean begin(int status, Map<String, String> headers) {
    if (answered || !head(status, headers)) {
      return false;
    }
    request.response().setChunked(true);
    return true;
  }

  /** Ends the turn and sets status and headers; false when nobody listens any more. */
  private boolean head(int status, Map<String, String> headers) {
    answered = true;
    onAnswer.run();
    long nanos = System.nanoTime() - startNs;
    metrics.answered(operation, status, nanos);
    LOG.atDebug()
        .addKeyValue("rayId", rayId)
        .addKeyValue("operation", operation)
        .addKeyValue("status", status)
        .addKeyValue("micros", nanos / 1_000)
        .log("request answered");
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return false;
    }
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    further.forEach(response::putHeader);
    response
        .putHeader("X-Ray-Id", rayId)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Content-Security-Policy", HttpAnswer.CONTENT_POLICY);
    if (request.isSSL()) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000"); // RFC 6797
    }
    return true;
  }

  private void write(HttpAnswer answer) {
    if (answered || !head(answer.status(), answer.headers())) {
      return;
    }
    HttpServerResponse response = request.response();
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
