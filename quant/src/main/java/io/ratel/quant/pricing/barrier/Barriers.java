package io.ratel.quant.pricing.barrier;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.pricing.Valuation;
import java.util.List;

/** The functions on barrier options. */
public final class Barriers {
  private Barriers() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "pricing",
                "barrier",
                "Barrier option with rebate",
                BarrierOption.class,
                Valuation.class)
            .formula(
                "sums of A to F of Reiner and Rubinstein: the vanilla beyond strike and "
                    + "barrier, its"
                    + " reflection at the barrier, and the rebate")
            .convention(
                "European exercise; continuous rates; Greeks per unit and per year, by differences."
                    + " The rebate of a knock-out is paid at the hit, of a knock-in at expiry. A"
                    + " price at or beyond the barrier has touched it.")
            .chosen(
                given ->
                    given.observationsPerYear().isEmpty()
                        ? "The barrier is watched always."
                        : "The barrier is watched "
                            + given.observationsPerYear().get()
                            + " times a year: it is moved outwards by e^(0.5826·volatility·√(time"
                            + " between looks)).")
            .reference(
                "E. Reiner and M. Rubinstein, Breaking Down the Barriers, Risk 4(8) (1991), 28–35;"
                    + " Haug, The Complete Guide to Option Pricing Formulas (2007), pp. 152–156;"
                    + " M. Broadie, P. Glasserman and S. Kou (1997)")
            .example(
                "Haug, Option Pricing Formulas (1998), p. 72",
                "{\"type\":\"call\",\"kind\":\"downOut\",\"barrier\":95,\"rebate\":3,"
                    + "\"strike\":90,\"spot\":100,\"dividendYield\":0.04,\"rate\":0.08,"
                    + "\"years\":0.5,\"volatility\":0.25}",
                "{\"price\":9.0246}")
            .computes(BarrierOption::value));
  }
}
