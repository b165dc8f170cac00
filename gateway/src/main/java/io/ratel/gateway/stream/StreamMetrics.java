package io.ratel.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** Counts what the stream does. Safe for any thread. */
final class StreamMetrics {
  private final Counter sent;
  private final Counter conflated;
  private final Counter stuck;

  StreamMetrics(MeterRegistry registry, Supplier<Number> sockets, Supplier<Number> topics) {
    sent = registry.counter("ratel.stream.messages");
    conflated = registry.counter("ratel.stream.conflated");
    stuck = registry.counter("ratel.stream.stuck");
    Gauge.builder("ratel.stream.sockets", sockets).register(registry);
    Gauge.builder("ratel.stream.topics", topics).register(registry);
  }

  void sent(int messages) {
    sent.increment(messages);
  }

  /** A topic of a socket fell back to snapshots. */
  void conflated() {
    conflated.increment();
  }

  /** A socket was closed because it took nothing more. */
  void stuck() {
    stuck.increment();
  }
}
