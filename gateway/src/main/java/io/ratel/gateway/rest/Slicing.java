package io.ratel.gateway.rest;

import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.request.Amounts;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.Algo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an order is worked over time, as a client writes it. */
record Slicing(
    Algo type,
    @Field("At once when left out.") Optional<Instant> startAt,
    Instant endAt,
    @Field(value = "Between two slices, milliseconds.", min = 1) Optional<Integer> intervalMs,
    @Field("The share of what others trade, for pov, at most four decimals.")
        Optional<Decimal> participationPercent,
    @Field(value = "Of a vwap's equal stretches of time, at most 24.", min = 0, max = 1_000_000)
        Optional<List<Integer>> weights) {
  private static final int MAX_WEIGHTS = 24;
  private static final long MAX_PPM = 1_000_000;
  private static final long NS_PER_MS = 1_000_000;
  private static final Step PERCENT = new Step(1, 4);

  /**
   * @throws RefusedException 422
   */
  Split split() {
    if (weights.map(List::size).orElse(0) > MAX_WEIGHTS) {
      throw RefusedException.value(
          ErrorCode.INVALID_SCHEDULE,
          "algo.weights",
          weights.map(List::toString).orElse(""),
          "must be at most " + MAX_WEIGHTS);
    }
    return new Split(
        type,
        startAt.map(Times::nanos).orElse(0L),
        Times.nanos(endAt),
        intervalMs.map(ms -> ms * NS_PER_MS).orElse(0L),
        participationPercent.map(Slicing::ppm).orElse(0),
        weights.orElse(List.of()));
  }

  private static int ppm(Decimal percent) {
    String field = "algo.participationPercent";
    long ppm = Amounts.steps(ErrorCode.INVALID_SCHEDULE, field, PERCENT, percent);
    if (ppm > MAX_PPM) {
      throw RefusedException.value(
          ErrorCode.INVALID_SCHEDULE, field, percent.text(), "must not be more than 100");
    }
    return (int) ppm;
  }
}
