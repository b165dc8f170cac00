package io.ratel.quant.pricing.stochastic;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on models whose volatility moves by chance. */
public final class StochasticVolatility {
  private StochasticVolatility() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(heston(), sabr(), sabrCalibrate());
  }

  private static QuantFunction<?, ?> heston() {
    return QuantFunction.of(
            "pricing",
            "heston",
            "European option in Heston's model",
            HestonOption.class,
            HestonOption.Answer.class)
        .formula(
            "spot·e^(−dividendYield·years) − √(spot·strike)·e^(−(rate+dividendYield)·years/2)/π ·"
                + " ∫₀^∞ Re(e^(i·u·ln(forward/strike))·φ(u − i/2)) / (u² + ¼) du, a call")
        .convention(
            "Continuous rates; dv = kappa·(theta − v)·dt + sigma·√v·dW: v0 and theta are variances,"
                + " sigma the volatility of variance. Delta is by the price alone, the variance"
                + " held.")
        .reference(
            "S. L. Heston, Review of Financial Studies 6 (1993), 327–343; the integral after A. L."
                + " Lewis, Option Valuation under Stochastic Volatility (2000); the characteristic"
                + " function after H. Albrecher et al., The Little Heston Trap (2007)")
        .example(
            "A. L. Lewis's reference prices, QuantLib, hestonmodel.cpp",
            "{\"type\":\"call\",\"strike\":100,\"spot\":100,\"dividendYield\":0.02,\"rate\":0.01,"
                + "\"years\":1,\"v0\":0.04,\"kappa\":4,\"theta\":0.25,\"sigma\":1,\"rho\":-0.5}",
            "{\"price\":16.070154917029}")
        .computes(HestonOption::answer);
  }

  private static QuantFunction<?, ?> sabr() {
    return QuantFunction.of(
            "pricing",
            "sabr",
            "Implied volatility and option price in the SABR model",
            SabrOption.class,
            SabrOption.Answer.class)
        .formula(
            "Hagan's expansion of Black's volatility in years, eq. (2.17): the backbone"
                + " alpha/(forward·strike)^((1−beta)/2), the skew z/χ(z) and the correction by"
                + " years")
        .convention(
            "Black's (lognormal) volatility of Hagan 2002, not of Obłój 2008, of forward and strike"
                + " with the shift; delta and vega with the volatility held.")
        .reference(
            "P. S. Hagan, D. Kumar, A. S. Lesniewski and D. E. Woodward, Managing Smile Risk,"
                + " Wilmott (September 2002), 84–108")
        .example(
            "QuantLib, interpolations.cpp, SABR",
            "{\"strike\":0.032,\"forward\":0.039,\"years\":1,\"alpha\":0.3,\"beta\":0.6,"
                + "\"rho\":0.01,"
                + "\"nu\":0.02}",
            "{\"volatility\":1.15226075991385}")
        .computes(SabrOption::answer);
  }

  private static QuantFunction<?, ?> sabrCalibrate() {
    return QuantFunction.of(
            "pricing",
            "sabr-calibrate",
            "The SABR parameters of a smile",
            SabrSmile.class,
            SabrSmile.Fit.class)
        .formula("the alpha, rho and nu with the least sum of squared differences of volatilities")
        .convention(
            "Least squares of Black volatilities, all strikes of equal weight, beta given; Hagan's"
                + " expansion of 2002.")
        .reference(
            "P. S. Hagan et al. (2002); K. Levenberg (1944) and D. Marquardt (1963), from nine"
                + " starts")
        .example(
            "QuantLib, interpolations.cpp, SABR",
            "{\"forward\":0.039,\"years\":1,\"beta\":0.6,"
                + "\"strikes\":[0.03,0.032,0.034,0.036,0.038,0.04],"
                + "\"volatilities\":[1.16725837321531,1.15226075991385,1.13829711098834,"
                + "1.12524190877505,1.11299079244474,1.10145609357162]}",
            "{\"alpha\":0.30}")
        .computes(SabrSmile::fit);
  }
}
