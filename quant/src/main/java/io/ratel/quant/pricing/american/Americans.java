package io.ratel.quant.pricing.american;

import io.ratel.quant.function.QuantFunction;
import java.util.List;

/** The functions on American options. */
public final class Americans {
  private Americans() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(american(), tree());
  }

  private static QuantFunction<?, ?> american() {
    return QuantFunction.of(
            "pricing", "american", "American option", AmericanOption.class, AmericanPrice.class)
        .formula(
            "European value + ∫₀^years (strike·rate·e^(−rate·u)·N(−d2(u)) −"
                + " spot·dividendYield·e^(−dividendYield·u)·N(−d1(u))) du along the exercise"
                + " boundary; a call is a put with spot and strike, rate and yield, exchanged")
        .convention(
            "Continuous rates; Greeks per unit and per year. Of the approximations and trees the"
                + " price is that of the named method, not the true one. Where early exercise has"
                + " two boundaries, at negative rates, or a method does not apply, the price is of"
                + " a Leisen–Reimer tree, and the answer's method says so.")
        .chosen(
            given ->
                switch (given.method()) {
                  case ANDERSEN_LAKE ->
                      "Integral equation with 33 collocation points and 40 of quadrature.";
                  case BAW -> "Quadratic approximation of Barone-Adesi and Whaley (1987).";
                  case BJERKSUND_STENSLAND -> "Flat boundary of Bjerksund and Stensland (1993).";
                  case BJERKSUND_STENSLAND_2002 ->
                      "Two-step boundary of Bjerksund and Stensland (2002).";
                  case BINOMIAL ->
                      "Cox–Ross–Rubinstein tree of " + given.steps().orElse(500) + " steps.";
                  case LEISEN_REIMER ->
                      "Leisen–Reimer tree of " + (given.steps().orElse(501) | 1) + " steps.";
                })
        .reference(
            "L. Andersen, M. Lake and D. Offengenden, High-Performance American Option Pricing,"
                + " Journal of Computational Finance 20 (2016), 39–87; the others by the names of"
                + " their methods")
        .example(
            "Haug, Option Pricing Formulas (1998), p. 27, Bjerksund and Stensland 1993",
            "{\"type\":\"call\",\"strike\":40,\"spot\":42,\"dividendYield\":0.08,\"rate\":0.04,"
                + "\"years\":0.75,\"volatility\":0.35,\"method\":\"bjerksund-stensland\"}",
            "{\"price\":5.2704}")
        .computes(AmericanOption::price);
  }

  private static QuantFunction<?, ?> tree() {
    return QuantFunction.of(
            "pricing",
            "binomial-tree",
            "Option price in a binomial tree",
            TreeOption.class,
            TreeOption.Answer.class)
        .formula(
            "up = e^(volatility·√dt), down = 1/up, probability = (e^((rate − dividendYield)·dt) −"
                + " down)/(up − down), each node the discounted mean of the next two, or exercise")
        .convention(
            "Continuous rates; the price is the tree's of so many steps, not the limit. Delta,"
                + " gamma and theta from the tree's first nodes, after Hull.")
        .reference(
            "J. C. Cox, S. A. Ross and M. Rubinstein, Journal of Financial Economics 7 (1979),"
                + " 229–263; R. Jarrow and A. Rudd (1983); D. Leisen and M. Reimer (1996)")
        .example(
            "Hull, Options, Futures and Other Derivatives, an American put in five steps",
            "{\"type\":\"put\",\"strike\":50,\"spot\":50,\"dividendYield\":0,\"rate\":0.1,"
                + "\"years\":0.4166666666666667,\"volatility\":0.4,\"steps\":5}",
            "{\"price\":4.49}")
        .computes(TreeOption::answer);
  }
}
