package io.ratel.quant.pricing.american;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.Result;
import io.ratel.quant.pricing.OptionType;

/** An option, and the binomial tree that prices it. */
record TreeOption(
    @Argument("The right to buy, or to sell.") OptionType type,
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
    @Argument(value = "The time to expiry.", unit = "years", above = 0, max = 1_000) double years,
    @Argument(
            value = "The standard deviation of the asset's log returns.",
            unit = "per square root of a year",
            above = 0,
            max = 100)
        double volatility,
    @Argument(value = "Steps; of Leisen and Reimer an odd number.", min = 1, max = 10_000)
        int steps,
    @Argument(value = "When it may be exercised.", preset = "american") Exercise exercise,
    @Argument(value = "How the steps are chosen.", preset = "cox-ross-rubinstein") Steps tree) {

  /** When an option may be exercised. */
  enum Exercise implements Choice {
    AMERICAN("american"),
    EUROPEAN("european");

    private final String label;

    Exercise(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whose tree it is. */
  enum Steps implements Choice {
    COX_ROSS_RUBINSTEIN("cox-ross-rubinstein"),
    JARROW_RUDD("jarrow-rudd"),
    LEISEN_REIMER("leisen-reimer");

    private final String label;

    Steps(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  TreeOption {
    if (tree == Steps.LEISEN_REIMER && steps % 2 == 0) {
      throw new InvalidArgumentException(
          "steps", Integer.toString(steps), "must be odd in a tree of Leisen and Reimer");
    }
  }

  /** The price and the tree. */
  record Answer(
      @Result(value = "The option's value in the tree.", unit = "price") double price,
      @Result("By the asset's price, from the first step.") double delta,
      @Result("Delta by the asset's price, from the second step.") double gamma,
      @Result(value = "As time passes, from two steps up and down.", unit = "per year")
          double theta,
      @Result("The factor of a step up.") double up,
      @Result("The factor of a step down.") double down,
      @Result("The risk-neutral probability of a step up.") double probability) {}

  Answer answer(Progress progress) {
    Lattice lattice =
        switch (tree) {
          case COX_ROSS_RUBINSTEIN ->
              Lattice.coxRossRubinstein(steps, dividendYield, rate, years, volatility);
          case JARROW_RUDD -> Lattice.jarrowRudd(steps, dividendYield, rate, years, volatility);
          case LEISEN_REIMER ->
              Lattice.leisenReimer(steps, strike, spot, dividendYield, rate, years, volatility);
        };
    if (!lattice.isSound()) {
      double carry = (rate - dividendYield) / volatility;
      throw new InvalidArgumentException(
          "steps",
          Integer.toString(steps),
          "must be above " + Math.ceil(carry * carry * years) + ", for a probability below one");
    }
    Lattice.Valued at =
        lattice.value(type.sign(), strike, spot, exercise == Exercise.AMERICAN, progress);
    boolean centred = tree == Steps.COX_ROSS_RUBINSTEIN && steps > 1;
    return new Answer(
        at.price(),
        at.delta(),
        at.gamma(),
        centred ? (at.afterTwoSteps() - at.price()) / (2 * years / steps) : Double.NaN,
        lattice.up(),
        lattice.down(),
        lattice.probability());
  }
}
