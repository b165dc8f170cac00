package io.ratel.quant.pricing.barrier;

import io.ratel.quant.function.Argument;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.Valuation;
import java.util.Optional;

/** A European option that begins or ends when the asset touches a price. */
record BarrierOption(
    @Argument("The right to buy, or to sell.") OptionType type,
    @Argument("Where the barrier lies, and whether touching it ends or begins the option.")
        BarrierKind kind,
    @Argument(value = "The barrier.", unit = "price", above = 0) double barrier,
    @Argument(
            value =
                "What is paid when it is knocked out, at once, or at expiry when it was never"
                    + " knocked in.",
            unit = "price",
            min = 0,
            preset = "0")
        double rebate,
    @Argument(value = "The price at which it may be exercised.", unit = "price", above = 0)
        double strike,
    @Argument(value = "The asset's price.", unit = "price", above = 0) double spot,
    @Argument(
            value = "The asset's yield, continuous.",
            unit = "per year",
            min = -10,
            max = 10,
            preset = "0")
        double dividendYield,
    @Argument(value = "The riskless rate, continuous.", unit = "per year", min = -10, max = 10)
        double rate,
    @Argument(value = "The time to expiry.", unit = "years", min = 0, max = 1_000) double years,
    @Argument(
            value = "The standard deviation of the asset's log returns.",
            unit = "per square root of a year",
            min = 0,
            max = 100)
        double volatility,
    @Argument(
            value = "How often the asset is compared with the barrier; always when left out.",
            unit = "per year",
            min = 1,
            max = 1e6)
        Optional<Double> observationsPerYear) {
  /** −ζ(½)/√(2π). */
  private static final double SHIFT = 0.5825971579390107;

  Valuation value() {
    boolean touched = kind.isDown() ? spot <= barrier : spot >= barrier;
    double room = touched ? spot : Math.abs(spot - barrier);
    return Valuation.of(this::price, spot, dividendYield, rate, years, volatility, room);
  }

  private double price(
      double spot, double dividendYield, double rate, double years, double volatility) {
    boolean touched = kind.isDown() ? this.spot <= barrier : this.spot >= barrier;
    // What is touched already stays so.
    double level = touched ? (kind.isDown() ? 2 * spot : 0.5 * spot) : watched(volatility);
    return ReinerRubinstein.price(
        kind, type.sign(), strike, spot, dividendYield, rate, years, volatility, level, rebate);
  }

  /**
   * The barrier that, watched always, is touched as often as this one is seen beyond: M. Broadie,
   * P. Glasserman and S. Kou, A continuity correction for discrete barrier options, Mathematical
   * Finance 7 (1997), 325–349.
   */
  private double watched(double volatility) {
    if (observationsPerYear.isEmpty()) {
      return barrier;
    }
    double shift = SHIFT * volatility / Math.sqrt(observationsPerYear.get());
    return barrier * Math.exp(kind.isDown() ? -shift : shift);
  }
}
