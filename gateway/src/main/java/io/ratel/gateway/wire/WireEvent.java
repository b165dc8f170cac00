package io.ratel.gateway.wire;

import io.ratel.model.market.MarketEvent;
import java.time.Instant;

/** Something that happened around a market, such as a goal; {@code headline} is for people. */
public record WireEvent(String id, String kind, String headline, Instant time) {
  public static WireEvent of(MarketEvent event) {
    return new WireEvent(event.id(), event.kind(), event.headline(), Times.instant(event.timeNs()));
  }
}
