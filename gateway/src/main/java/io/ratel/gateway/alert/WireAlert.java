package io.ratel.gateway.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Labels;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.alert.Alert;
import io.ratel.marketdata.rule.ConditionJson;
import io.ratel.marketdata.rule.Repeat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A user's rule on a market.
 *
 * @param words the condition in words
 * @param lastFiredAt by the market's time
 */
record WireAlert(
    String id,
    String name,
    String symbol,
    JsonNode condition,
    String words,
    Repeating repeat,
    long cooldownMs,
    @Nullable Instant expiresAt,
    State state,
    Instant createdAt,
    @Nullable Instant lastFiredAt) {
  /** What becomes of an alert. */
  enum State implements Labels.Named {
    ACTIVE("active"),
    PAUSED("paused"),
    ENDED("ended");

    private final String label;

    State(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** How often an alert may fire. */
  enum Repeating implements Labels.Named {
    ONCE("once"),
    ALWAYS("always");

    private final String label;

    Repeating(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    Repeat repeat() {
      return Repeat.valueOf(name());
    }
  }

  /** One whose time is over has ended, whether or not anything was left to notice it. */
  static WireAlert of(Alert alert, InstantSource clock) {
    OptionalLong expiresNs = alert.rule().expiresNs();
    boolean over = expiresNs.isPresent() && Times.nanos(clock.instant()) >= expiresNs.getAsLong();
    return new WireAlert(
        Long.toString(alert.id()),
        alert.name(),
        alert.symbol().text(),
        ConditionJson.write(alert.rule().condition()),
        alert.rule().condition().words(),
        Repeating.valueOf(alert.rule().repeat().name()),
        alert.rule().cooldownMs(),
        instant(expiresNs),
        over ? State.ENDED : State.valueOf(alert.state().name()),
        Times.instant(alert.createdNs()),
        instant(alert.lastNs()));
  }

  private static @Nullable Instant instant(OptionalLong nanos) {
    return nanos.isPresent() ? Times.instant(nanos.getAsLong()) : null;
  }
}
