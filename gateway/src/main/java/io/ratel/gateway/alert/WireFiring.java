package io.ratel.gateway.alert;

import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.alert.Firing;
import java.time.Instant;

/**
 * An alert that fired.
 *
 * @param words the condition in words
 * @param value what the condition's field showed
 * @param time by the market
 */
public record WireFiring(
    String id,
    String alertId,
    String name,
    String symbol,
    String words,
    double value,
    Instant time) {
  public static WireFiring of(Firing firing) {
    return new WireFiring(
        Long.toString(firing.id()),
        Long.toString(firing.alertId()),
        firing.name(),
        firing.symbol(),
        firing.words(),
        firing.value(),
        Times.instant(firing.timeNs()));
  }
}
