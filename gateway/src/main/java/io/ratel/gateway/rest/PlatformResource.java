package io.ratel.gateway.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** How the platform itself is doing. */
public final class PlatformResource {
  private record Status(String status) {}

  private record ListedError(ErrorCode code, int status, String meaning) {}

  private final Supplier<List<String>> missing;
  private final PrometheusMeterRegistry registry;

  /**
   * @param missing what is not ready yet, in words; empty when everything is
   */
  public PlatformResource(Supplier<List<String>> missing, PrometheusMeterRegistry registry) {
    this.missing = missing;
    this.registry = registry;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("health", "/healthz", "Whether the process answers.")
            .answers(
                Nothing.class,
                200,
                Shape.of(Status.class),
                (query, caller) -> Answer.ok(new Status("up"))),
        Operation.get("readiness", "/readyz", "Whether what this node serves can be used.")
            .refuses(ErrorCode.NOT_READY)
            .answers(Nothing.class, 200, Shape.of(Status.class), this::ready),
        Operation.get("metrics", "/metrics", "Figures for Prometheus.")
            .answers(
                Nothing.class,
                200,
                Shape.text("text/plain; version=0.0.4"),
                (query, caller) -> Answer.ok(registry.scrape())),
        Operation.get("listErrors", "/v1/errors", "Every error code.")
            .answers(Nothing.class, 200, Shape.listOf(ListedError.class), this::errors),
        Operation.get(
                "stream",
                "/v1/stream",
                "Live data over a WebSocket: subscribe to topics, get a snapshot and its changes.")
            .refuses(ErrorCode.UPGRADE_REQUIRED)
            .answers(Nothing.class, 101, Shape.nothing(), this::stream));
  }

  private Answer<Status> ready(Nothing query, Caller caller) {
    List<String> reasons = missing.get();
    if (!reasons.isEmpty()) {
      throw RefusedException.of(ErrorCode.NOT_READY, String.join("; ", reasons));
    }
    return Answer.ok(new Status("ready"));
  }

  private Answer<Items<ListedError>> errors(Nothing query, Caller caller) {
    return Answer.ok(
        Items.all(
            Arrays.stream(ErrorCode.values())
                .map(code -> new ListedError(code, code.status(), code.meaning()))
                .toList()));
  }

  private Answer<Nothing> stream(Nothing query, Caller caller) {
    throw RefusedException.of(
        ErrorCode.UPGRADE_REQUIRED, "open a WebSocket here: send Upgrade: websocket");
  }
}
