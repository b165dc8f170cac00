package io.ratel.gateway.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.gateway.access.Callers;
import io.ratel.gateway.access.Danger;
import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Caller.Presented;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Routes;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.rate.RateGate;
import io.ratel.security.apikey.KeySecret;
import io.ratel.security.rate.Tier;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes every request. {@link #handle} runs on the request's event loop and never blocks;
 * operations run on virtual threads, at most {@code maxInFlight} at once.
 */
public final class Door implements AutoCloseable {
  /** Takes the requests that ask for a WebSocket. */
  public interface Upgrade {
    /**
     * @param from where the request comes from
     * @throws RefusedException when it is answered instead of upgraded
     */
    void upgrade(HttpServerRequest request, Presented from);
  }

  /** Where {@link Upgrade} is served. */
  public static final String STREAM_PATH = "/v1/stream";

  private static final long DRAIN_S = 5;

  /** A million numbers of up to 24 characters fit with the standard limits. */
  private static final int LARGE_FACTOR = 24;

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final Vertx vertx;
  private final Limits limits;
  private final Routes routes;
  private final Danger danger;
  private final PeerAddress peers;
  private final Admission admission;
  private final AuditTrail audit;
  private final PageFiles page;
  private final Upgrade stream;
  private final HttpMetrics metrics;
  private final Semaphore inFlight;
  private final Semaphore largeBody = new Semaphore(1);
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("door-", 0).factory());

  public Door(
      Vertx vertx,
      Limits limits,
      Routes routes,
      Callers callers,
      Danger danger,
      PeerAddress peers,
      RateGate rates,
      AuditTrail audit,
      PageFiles page,
      Upgrade stream,
      HttpMetrics metrics) {
    this.vertx = vertx;
    this.limits = limits;
    this.routes = routes;
    this.danger = danger;
    this.peers = peers;
    this.admission = new Admission(callers, rates);
    this.audit = audit;
    this.page = page;
    this.stream = stream;
    this.metrics = metrics;
    this.inFlight = new Semaphore(limits.maxInFlight());
  }

  /** Takes one request. */
  public void handle(HttpServerRequest request) {
    Turn turn = new Turn(vertx, request, metrics);
    request.exceptionHandler(fault -> turn.abandon());
    request.response().exceptionHandler(fault -> turn.abandon());
    long timer = vertx.setTimer(limits.requestTimeoutMs(), id -> late(turn));
    turn.onAnswer(() -> vertx.cancelTimer(timer));
    try {
      route(turn);
    } catch (RefusedException e) {
      turn.answer(e);
    }
  }

  /** Answers what could not even be parsed. */
  public void invalid(HttpServerRequest request) {
    Turn turn = new Turn(vertx, request, metrics);
    Throwable cause = request.decoderResult().cause();
    RefusedException refused;
    if (cause instanceof TooLongHttpLineException) {
      refused = RefusedException.of(ErrorCode.URL_TOO_LONG, "the request line is too long");
    } else if (cause instanceof TooLongHttpHeaderException) {
      refused =
          RefusedException.of(
              ErrorCode.HEADERS_TOO_LARGE,
              "the headers must be at most " + limits.maxHeaderBytes() + " bytes");
    } else {
      refused = RefusedException.of(ErrorCode.MALFORMED_HTTP, "this is not valid HTTP/1.1");
    }
    turn.closeAfter();
    turn.answer(refused);
  }

  private void late(Turn turn) {
    if (turn.request().isEnded()) {
      turn.answer(
          RefusedException.of(ErrorCode.TIMED_OUT, "the answer took longer than the door waits"));
    } else {
      turn.closeAfter();
      turn.answer(
          RefusedException.of(ErrorCode.REQUEST_TIMEOUT, "the request did not arrive in time"));
    }
  }

  private void route(Turn turn) {
    HttpServerRequest request = turn.request();
    String path = request.path();
    if (path == null || !path.startsWith("/")) {
      throw RefusedException.of(ErrorCode.MALFORMED_URL, "the path must start with /");
    }
    Presented from = presented(request, turn.rayId());
    if (path.equals(STREAM_PATH) && request.canUpgradeToWebSocket()) {
      turn.is("stream");
      admission.arrive(turn, Tier.STREAM, from);
      stream.upgrade(request, from);
      turn.abandon();
      return;
    }
    Routes.Match match = find(turn, path, from);
    boolean file = match instanceof Routes.Match.Nowhere && !isApi(path);
    admission.arrive(turn, file ? Tier.STATIC : Tier.API, from);
    if (!file && !(match instanceof Routes.Match.Found)) {
      admission.lost(turn, from);
    }
    switch (match) {
      case Routes.Match.Found found -> {
        turn.is(found.operation().name());
        Map<String, String> query = Routes.query(request.query());
        requireNoSecret(query);
        BodyReader.read(
            turn,
            maxBodyBytes(turn, found.operation()),
            body -> {
              Binding.Inputs inputs =
                  new Binding.Inputs(found.path(), query, headers(request), body);
              work(turn, () -> perform(turn, found.operation(), inputs, from));
            });
      }
      case Routes.Match.OtherMethods other ->
          refuseMethod(turn, String.join(", ", other.allowed()));
      case Routes.Match.Nowhere nowhere -> elsewhere(turn, path, from);
    }
  }

  /** Of most; of an operation that takes large bodies more, one such body at a time. */
  private int maxBodyBytes(Turn turn, Operation<?, ?> operation) {
    int usual = limits.maxBodyBytes();
    if (!operation.large() || BodyReader.declared(turn.request()) <= usual) {
      return usual;
    }
    if (!largeBody.tryAcquire()) {
      throw RefusedException.of(
          ErrorCode.BUSY, "another large body is being worked on; try again shortly");
    }
    turn.onAnswer(largeBody::release);
    return LARGE_FACTOR * usual;
  }

  private Presented presented(HttpServerRequest request, String rayId) {
    return Presented.from(
        peers.of(request),
        rayId,
        Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
        Optional.ofNullable(request.getHeader("Cookie")));
  }

  private Routes.Match find(Turn turn, String path, Presented from) {
    try {
      return routes.find(turn.request().method().name(), path);
    } catch (RefusedException e) {
      admission.arrive(turn, Tier.API, from);
      throw e;
    }
  }

  private static boolean isApi(String path) {
    return path.equals("/v1") || path.startsWith("/v1/");
  }

  /** Before anything could repeat the value. */
  private static void requireNoSecret(Map<String, String> query) {
    for (Map.Entry<String, String> entry : query.entrySet()) {
      if (entry.getValue().startsWith(KeySecret.START)) {
        throw RefusedException.of(
            ErrorCode.SECRET_IN_URL, "an API key must be sent in a header, never in the URL");
      }
    }
  }

  private static Binding.Headers headers(HttpServerRequest request) {
    MultiMap headers = request.headers();
    return headers::get;
  }

  private static void refuseMethod(Turn turn, String allowed) {
    RefusedException refused =
        RefusedException.value(
            ErrorCode.METHOD_NOT_ALLOWED,
            "the method",
            turn.request().method().name(),
            "must be " + allowed);
    HttpAnswer answer = HttpAnswer.of(refused, turn.rayId());
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("Allow", allowed);
    turn.answer(new HttpAnswer(answer.status(), headers, answer.body()));
  }

  private void elsewhere(Turn turn, String path, Presented from) {
    if (isApi(path)) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_ROUTE, "the path", path, "must be one of those listed at /docs");
    }
    String method = turn.request().method().name();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      refuseMethod(turn, "GET, HEAD");
      return;
    }
    turn.is("page");
    if (admission.blocks()) {
      work(turn, () -> file(turn, path, from));
    } else {
      file(turn, path, from);
    }
  }

  private void file(Turn turn, String path, Presented from) {
    admission.file(turn, from);
    turn.answer(page.answer(path, headers(turn.request())));
  }

  private void work(Turn turn, Runnable task) {
    if (!inFlight.tryAcquire()) {
      turn.answer(RefusedException.of(ErrorCode.BUSY, "too many requests are being worked on"));
      return;
    }
    try {
      workers.execute(() -> answering(turn, task));
    } catch (RejectedExecutionException e) {
      inFlight.release();
      turn.answer(RefusedException.of(ErrorCode.NOT_READY, "the node is stopping"));
    }
  }

  private void answering(Turn turn, Runnable task) {
    MDC.put("rayId", turn.rayId());
    try {
      task.run();
    } catch (RefusedException e) {
      turn.answer(e);
    } catch (ExchangeUnavailableException e) {
      LOG.atWarn().setCause(e).log("the exchange did not answer {}", turn.operation());
      turn.answer(
          RefusedException.of(
              ErrorCode.EXCHANGE_UNAVAILABLE,
              "the exchange did not answer, so the effect is unknown; repeat the request with the"
                  + " same clientOrderId or Idempotency-Key"));
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("{} failed", turn.operation());
      turn.answer(
          RefusedException.of(
              ErrorCode.INTERNAL, "the fault is ours; the ray id finds it in the log"));
    } finally {
      inFlight.release();
      MDC.clear();
    }
  }

  private void perform(
      Turn turn, Operation<?, ?> operation, Binding.Inputs inputs, Presented from) {
    Caller caller = admission.caller(turn, operation, inputs, from);
    String path = Objects.requireNonNull(turn.request().path()); // it was routed
    if (operation.dangerous()) {
      operation.requirePermission(caller); // who may not do it uses no token up
      admission.requireCurrent();
      danger.require(operation.name(), path, inputs, caller);
    }
    Answer<?> answer = audit.perform(operation, routes, path, inputs, caller);
    if (answer.body() instanceof Shape.File file) {
      turn.send(answer.status(), file);
    } else {
      turn.answer(HttpAnswer.of(operation.response(), answer));
    }
  }

  /** Stops taking work and lets what runs finish, for five seconds at most. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(DRAIN_S, TimeUnit.SECONDS)) {
        LOG.warn("requests were still running when the doors closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
