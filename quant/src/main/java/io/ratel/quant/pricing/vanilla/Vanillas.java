package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on European options. */
public final class Vanillas {
  private Vanillas() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(blackScholes(), impliedVolatility(), black76(), bachelier(), bachelierImplied());
  }

  private static QuantFunction<?, ?> blackScholes() {
    return QuantFunction.of(
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
        .computes(BlackScholes::greeks);
  }

  private static QuantFunction<?, ?> impliedVolatility() {
    return QuantFunction.of(
            "pricing",
            "implied-volatility",
            "The volatility that a European option's price implies",
            PricedOption.class,
            PricedOption.Implied.class)
        .formula("the volatility at which the Black–Scholes–Merton formula gives the price")
        .convention(
            "Continuous rates; by the year. A price that is intrinsic value within rounding implies"
                + " 0.")
        .reference(
            "P. Jäckel, Let's Be Rational, Wilmott (January 2015), 40–53; inverts Black and Scholes"
                + " (1973) and Merton (1973)")
        .example(
            "Hull, Options, Futures and Other Derivatives, section Implied volatilities",
            "{\"type\":\"call\",\"strike\":20,\"spot\":21,\"dividendYield\":0,\"rate\":0.1,"
                + "\"years\":0.25,\"price\":1.875}",
            "{\"volatility\":0.235}")
        .computes(PricedOption::implied);
  }

  private static QuantFunction<?, ?> black76() {
    return QuantFunction.of(
            "pricing",
            "black-76",
            "European option on a forward or future, Black 1976",
            ForwardOption.class,
            ForwardGreeks.class)
        .formula(
            "±e^(−rate·years)·(forward·N(±d1) − strike·N(±d2)), d1 = (ln(forward/strike) +"
                + " volatility²/2·years) / (volatility·√years), d2 = d1 − volatility·√years;"
                + " + for a call")
        .convention(
            "Continuous rate; Greeks per unit and per year, by the forward and with the forward"
                + " held: rho is −years·price; theta is the change as time passes.")
        .reference(
            "F. Black, The Pricing of Commodity Contracts, Journal of Financial Economics 3 (1976),"
                + " 167–179")
        .example(
            "Hull, Options, Futures and Other Derivatives, a put on a crude oil future of 20",
            "{\"type\":\"put\",\"strike\":20,\"forward\":20,\"rate\":0.09,"
                + "\"years\":0.3333333333333333,\"volatility\":0.25}",
            "{\"price\":1.12}")
        .computes(ForwardOption::black);
  }

  private static QuantFunction<?, ?> bachelier() {
    return QuantFunction.of(
            "pricing",
            "bachelier",
            "European option on a forward with normal changes, Bachelier",
            NormalOption.class,
            ForwardGreeks.class)
        .formula(
            "e^(−rate·years)·(±(forward − strike)·N(±d) + volatility·√years·φ(d)),"
                + " d = (forward − strike) / (volatility·√years); + for a call")
        .convention(
            "The volatility is of the price, not of its logarithm: in the price's units, per square"
                + " root of a year. Continuous rate; Greeks per unit and per year, the forward"
                + " held.")
        .reference(
            "L. Bachelier, Théorie de la spéculation, Annales scientifiques de l'É.N.S. 17 (1900),"
                + " 21–86")
        .example(
            "QuantLib, bacheliercalculator.cpp, basic values",
            "{\"type\":\"call\",\"strike\":90,\"forward\":100,\"rate\":0,\"years\":1,"
                + "\"volatility\":20}",
            "{\"price\":13.955931148026}")
        .computes(NormalOption::greeks);
  }

  private static QuantFunction<?, ?> bachelierImplied() {
    return QuantFunction.of(
            "pricing",
            "bachelier-implied-volatility",
            "The normal volatility that a European option's price implies",
            PricedNormalOption.class,
            PricedOption.Implied.class)
        .formula("the volatility at which Bachelier's formula gives the price")
        .convention(
            "The volatility is of the price, not of its logarithm: in the price's units, per square"
                + " root of a year. A price that is intrinsic value within rounding implies 0.")
        .reference(
            "L. Bachelier, Théorie de la spéculation (1900); the inverse after the manner of"
                + " P. Jäckel, Implied Normal Volatility, Wilmott (2017), 52–54")
        .example(
            "QuantLib, bacheliercalculator.cpp, basic values, read backwards",
            "{\"type\":\"call\",\"strike\":90,\"forward\":100,\"rate\":0,\"years\":1,"
                + "\"price\":13.955931148026121}",
            "{\"volatility\":20.0}")
        .computes(PricedNormalOption::implied);
  }
}
