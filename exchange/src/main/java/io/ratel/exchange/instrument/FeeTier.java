package io.ratel.exchange.instrument;

import io.ratel.model.instrument.Instrument;

/**
 * What accounts of one tier pay, in millionths of a trade's value. A negative maker fee is a
 * rebate, never more than the smallest taker fee of the schedule.
 */
public record FeeTier(int makerPpm, int takerPpm) {
  public FeeTier {
    if (makerPpm < -Instrument.MAX_FEE_PPM || makerPpm > Instrument.MAX_FEE_PPM) {
      throw new IllegalArgumentException(
          "makerPpm must be within ±" + Instrument.MAX_FEE_PPM + ", was " + makerPpm);
    }
    if (takerPpm < 0 || takerPpm > Instrument.MAX_FEE_PPM) {
      throw new IllegalArgumentException(
          "takerPpm must be 0 to " + Instrument.MAX_FEE_PPM + ", was " + takerPpm);
    }
  }
}
