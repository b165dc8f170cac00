package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.pricing.Valuation;
import java.util.List;

/** The functions on digital, gap, lookback and Asian options. */
public final class Exotics {
  private static final String RATES = "Continuous rates; Greeks per unit and per year.";

  private Exotics() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(digital(), gap(), lookback(), asian());
  }

  private static QuantFunction<?, ?> digital() {
    return QuantFunction.of(
            "pricing",
            "digital",
            "Cash-or-nothing and asset-or-nothing option",
            DigitalOption.class,
            Valuation.class)
        .formula(
            "cash·e^(−rate·years)·N(±d2), or spot·e^(−dividendYield·years)·N(±d1); + for a call,"
                + " d1 and d2 of Black–Scholes–Merton")
        .convention(RATES + " It pays at expiry, strictly beyond the strike.")
        .reference(
            "M. Rubinstein and E. Reiner, Unscrambling the Binary Code, Risk 4(9) (1991), 75–83;"
                + " Haug, The Complete Guide to Option Pricing Formulas (2007), pp. 174–176")
        .example(
            "Haug, Option Pricing Formulas (1998), p. 88",
            "{\"type\":\"put\",\"kind\":\"cash-or-nothing\",\"cash\":10,\"strike\":80,"
                + "\"spot\":100,\"dividendYield\":0.06,\"rate\":0.06,\"years\":0.75,"
                + "\"volatility\":0.35}",
            "{\"price\":2.6710}")
        .computes(DigitalOption::value);
  }

  private static QuantFunction<?, ?> gap() {
    return QuantFunction.of("pricing", "gap", "Gap option", GapOption.class, Valuation.class)
        .formula(
            "±(spot·e^(−dividendYield·years)·N(±d1) − strike·e^(−rate·years)·N(±d2)), d1 and d2 at"
                + " the trigger; + for a call")
        .convention(
            RATES
                + " It must be exercised beyond the trigger, also at a loss, so that its value may"
                + " be negative.")
        .reference(
            "E. Reiner and M. Rubinstein (1991); Haug, The Complete Guide to Option Pricing"
                + " Formulas (2007), p. 174")
        .example(
            "Haug, Option Pricing Formulas (1998), p. 88",
            "{\"type\":\"call\",\"trigger\":50,\"strike\":57,\"spot\":50,\"dividendYield\":0,"
                + "\"rate\":0.09,\"years\":0.5,\"volatility\":0.2}",
            "{\"price\":-0.0053}")
        .computes(GapOption::value);
  }

  private static QuantFunction<?, ?> lookback() {
    return QuantFunction.of(
            "pricing",
            "lookback",
            "Lookback option with floating or fixed strike",
            LookbackOption.class,
            Valuation.class)
        .formula(
            "e^(−rate·years)·E[price − minimum], E[maximum − price], or with a strike"
                + " E[(maximum − strike)⁺], E[(strike − minimum)⁺]")
        .convention(
            RATES
                + " The extreme is of all prices from its given value until expiry, watched "
                + "always.")
        .chosen(
            given ->
                given.lookbackStart().isPresent() || given.lookbackEnd().isPresent()
                    ? "It looks at a part of the time, Heynen and Kat."
                    : given.strike().isPresent()
                        ? "Fixed strike, Conze and Viswanathan."
                        : "Floating strike, Goldman, Sosin and Gatto.")
        .reference(
            "M. B. Goldman, H. B. Sosin and M. A. Gatto, Journal of Finance 34 (1979), 1111–1127;"
                + " A. Conze and Viswanathan, Journal of Finance 46 (1991), 1893–1907; R. C. Heynen"
                + " and H. M. Kat (1994); Haug (2007), pp. 141–148")
        .example(
            "Broadie, Glasserman and Kou, Connecting Discrete and Continuous Path-Dependent Options"
                + " (1999), pp. 70-74",
            "{\"type\":\"call\",\"minimum\":100,\"spot\":100,\"dividendYield\":0,\"rate\":0.05,"
                + "\"years\":1,\"volatility\":0.3}",
            "{\"price\":23.7884}")
        .computes(LookbackOption::value);
  }

  private static QuantFunction<?, ?> asian() {
    return QuantFunction.of("pricing", "asian", "Asian option", AsianOption.class, AsianPrice.class)
        .formula(
            "Black's formula on the average: its forward and the variance of its logarithm, exact"
                + " for the geometric average, by two moments for the arithmetic one")
        .convention(
            "Continuous rates; Greeks per unit and per year. The analytic price of an arithmetic"
                + " average is Turnbull and Wakeman's approximation (Levy's, when continuous), some"
                + " basis points high when variance is large; the simulation has no such error.")
        .chosen(
            given ->
                given.isSimulated()
                    ? given.paths()
                        + " paths, half of them mirrored, seed "
                        + given.seed()
                        + ", the geometric average as control variate."
                    : given.fixings().isPresent()
                        ? given.fixings().get() + " fixings at equal distances."
                        : "Averaged continuously.")
        .reference(
            "A. Kemna and A. Vorst (1990), geometric; S. M. Turnbull and L. M. Wakeman, JFQA 26"
                + " (1991), 377–389, and E. Levy (1992), arithmetic; Haug (2007), pp. 182–202")
        .example(
            "Haug, Option Pricing Formulas (1998), pp. 96-97",
            "{\"type\":\"put\",\"averaging\":\"geometric\",\"strike\":85,\"spot\":80,"
                + "\"dividendYield\":-0.03,\"rate\":0.05,\"years\":0.25,\"volatility\":0.2}",
            "{\"price\":4.6922}")
        .computes(AsianOption::price);
  }
}
