package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on European options. */
public final class Vanillas {
  private Vanillas() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "pricing",
                "black-scholes",
                "European option, Black–Scholes–Merton",
                VanillaOption.class,
                Greeks.class)
            .formula(
                "±(spot·e^(−dividendYield·years)·N(±d1) − strike·e^(−rate·years)·N(±d2)),"
                    + " d1 = (ln(spot/strike) + (rate − dividendYield + volatility²/2)·years) /"
                    + " (volatility·√years), d2 = d1 − volatility·√years; + for a call")
            .convention(
                "Continuous rates; Greeks per unit and per year; theta, charm, veta and color are"
                    + " changes as time passes.")
            .reference(
                "F. Black and M. Scholes, The Pricing of Options and Corporate Liabilities (1973);"
                    + " R. C. Merton, Theory of Rational Option Pricing (1973); Greeks after E. G."
                    + " Haug, The Complete Guide to Option Pricing Formulas (2007), ch. 2")
            .example(
                "Haug, Option Pricing Formulas (1998), pp. 2-8",
                "{\"type\":\"call\",\"strike\":65,\"spot\":60,\"dividendYield\":0,\"rate\":0.08,"
                    + "\"years\":0.25,\"volatility\":0.3}",
                "{\"price\":2.1334}")
            .computes(BlackScholes::greeks));
  }
}
