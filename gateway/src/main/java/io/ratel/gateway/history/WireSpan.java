package io.ratel.gateway.history;

import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.history.Span;
import java.time.Instant;

/** Time from {@code from}, up to and without {@code to}. */
public record WireSpan(Instant from, Instant to) {
  static WireSpan of(Span span) {
    return new WireSpan(Times.instant(span.fromNs()), Times.instant(span.toNs()));
  }
}
