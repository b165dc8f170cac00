package io.ratel.marketdata.rule;

import io.ratel.marketdata.indicator.Arguments;
import io.ratel.model.market.Interval;
import java.util.Locale;

/** A number that a market has at a moment; unknown until something tells it. */
public sealed interface Reading {
  /** What is read off a quote, a trade, or their absence. */
  enum Price {
    BID,
    ASK,
    /** The last trade's. */
    LAST,
    /** Ask less bid. */
    SPREAD,
    /** How many seconds nothing was heard of the market. */
    STALENESS;

    /** The name a client uses. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A price, or what is like one. */
  record Of(Price price) implements Reading {}

  /** How much the newest finished bar traded. */
  record Volume(Interval interval) implements Reading {}

  /**
   * An indicator of finished bars.
   *
   * @param name in the catalogue
   * @param output one of its outputs
   */
  record OfIndicator(String name, Arguments arguments, String output, Interval interval)
      implements Reading {}

  /** In words, for people. */
  default String words() {
    return switch (this) {
      case Of of -> of.price().label();
      case Volume volume -> volume.interval().label() + " volume";
      case OfIndicator of ->
          of.interval().label()
              + " "
              + of.name()
              + (of.arguments().all().isEmpty() ? "" : of.arguments())
              + (of.output().equals("values") ? "" : " " + of.output());
    };
  }
}
