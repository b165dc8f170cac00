package io.ratel.quant.rate;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.Locale;

/**
 * How a rate grows money over time. The factor by which it does, its slope and its curvature by the
 * rate are plain methods on numbers. Safe for any thread.
 *
 * @param kind of growth
 * @param perYear how often interest is added in a year; 0 where that does not apply
 */
public record Compounding(Kind kind, double perYear) {
  /** How interest earns interest. */
  public enum Kind {
    /** Never: 1 + r·t. */
    SIMPLE,
    /** So many times a year: (1 + r/n)^(n·t). */
    PERIODIC,
    /** Always: e^(r·t). */
    CONTINUOUS,
    /** Simple up to the first compounding, periodic after it. */
    SIMPLE_THEN_PERIODIC,
    /** Taken off in advance: 1/(1 − r·t). */
    DISCOUNT
  }

  public static final Compounding CONTINUOUS = new Compounding(Kind.CONTINUOUS, 0);
  public static final Compounding SIMPLE = new Compounding(Kind.SIMPLE, 0);
  public static final Compounding ANNUAL = new Compounding(Kind.PERIODIC, 1);

  /** What the names are, for people. */
  public static final String LISTED =
      "continuous, simple, discount, annual, semiannual, every-fourth-month, quarterly, bimonthly,"
          + " monthly, biweekly, weekly, daily, or how many times a year, such as 12";

  /**
   * By name, without regard to case and punctuation.
   *
   * @param field what the name was given as
   * @param frequency what {@code compounded} alone means, times a year; 0 where that says nothing
   * @throws InvalidArgumentException when there is none of that name
   */
  public static Compounding named(String field, String name, int frequency) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]", "")
            .replaceFirst("^compounded(?=[0-9]|.*ly$)", "")
            .replaceFirst("(?<=annual|ly|continuous)compound(ed|ing)$", "");
    return switch (plain) {
      case "continuous", "continuously", "cont" -> CONTINUOUS;
      case "simple", "moneymarket" -> SIMPLE;
      case "discount", "bankdiscount" -> new Compounding(Kind.DISCOUNT, 0);
      case "annual", "annually", "yearly", "effective" -> ANNUAL;
      case "semiannual", "semiannually", "halfyearly", "bondequivalent" -> periodic(2);
      case "everyfourthmonth" -> periodic(3);
      case "quarterly" -> periodic(4);
      case "bimonthly" -> periodic(6);
      case "monthly" -> periodic(12);
      case "biweekly" -> periodic(26);
      case "weekly" -> periodic(52);
      case "daily" -> periodic(365);
      default -> other(field, name, plain, frequency);
    };
  }

  private static Compounding other(String field, String name, String plain, int frequency) {
    if (frequency > 0 && (plain.equals("compounded") || plain.equals("periodic"))) {
      return periodic(frequency);
    }
    if (frequency > 0 && plain.equals("simplethencompounded")) {
      return new Compounding(Kind.SIMPLE_THEN_PERIODIC, frequency);
    }
    if (plain.matches("[0-9]{1,6}([.][0-9]{0,6})?") && Double.parseDouble(plain) > 0) {
      return periodic(Double.parseDouble(plain));
    }
    String more = frequency > 0 ? "compounded, simple-then-compounded, " : "";
    throw new InvalidArgumentException(field, name, "must be one of " + more + LISTED);
  }

  public static Compounding periodic(double perYear) {
    return new Compounding(Kind.PERIODIC, perYear);
  }

  /** What one of money to be paid is worth; NaN where the rate is too low or high to mean one. */
  public double discount(double rate, double years) {
    return switch (kind) {
      case SIMPLE -> positive(1 / (1 + rate * years));
      case CONTINUOUS -> Math.exp(-rate * years);
      case DISCOUNT -> positive(1 - rate * years);
      case PERIODIC -> compound(rate, years);
      case SIMPLE_THEN_PERIODIC ->
          years * perYear <= 1 ? positive(1 / (1 + rate * years)) : compound(rate, years);
    };
  }

  private double compound(double rate, double years) {
    double base = 1 + rate / perYear;
    return base > 0 ? Math.exp(-perYear * years * Math.log1p(rate / perYear)) : Double.NaN;
  }

  private static double positive(double factor) {
    return factor > 0 && factor < Double.POSITIVE_INFINITY ? factor : Double.NaN;
  }

  /** The change of the discount factor by the rate, as a part of the factor. */
  public double slope(double rate, double years) {
    return switch (kind) {
      case SIMPLE -> -years / (1 + rate * years);
      case CONTINUOUS -> -years;
      case DISCOUNT -> -years / (1 - rate * years);
      case PERIODIC -> -years / (1 + rate / perYear);
      case SIMPLE_THEN_PERIODIC ->
          -years / (1 + (years * perYear <= 1 ? rate * years : rate / perYear));
    };
  }

  /** The second change of the discount factor by the rate, as a part of the factor. */
  public double curvature(double rate, double years) {
    double slope = slope(rate, years);
    return switch (kind) {
      case SIMPLE -> 2 * slope * slope;
      case CONTINUOUS -> years * years;
      case DISCOUNT -> 0;
      case PERIODIC -> periodicCurvature(rate, years);
      case SIMPLE_THEN_PERIODIC ->
          years * perYear <= 1 ? 2 * slope * slope : periodicCurvature(rate, years);
    };
  }

  private double periodicCurvature(double rate, double years) {
    double base = 1 + rate / perYear;
    return years * (years + 1 / perYear) / (base * base);
  }

  /**
   * The rate by which money is discounted so over a time.
   *
   * @return NaN where there is none
   */
  public double rate(double discount, double years) {
    return switch (kind) {
      case SIMPLE -> (1 / discount - 1) / years;
      case CONTINUOUS -> -Math.log(discount) / years;
      case DISCOUNT -> (1 - discount) / years;
      case PERIODIC -> perYear * Math.expm1(-Math.log(discount) / (perYear * years));
      case SIMPLE_THEN_PERIODIC ->
          years * perYear <= 1
              ? (1 / discount - 1) / years
              : perYear * Math.expm1(-Math.log(discount) / (perYear * years));
    };
  }

  /** In words. */
  public String label() {
    return switch (kind) {
      case SIMPLE -> "simple";
      case CONTINUOUS -> "continuous";
      case DISCOUNT -> "discount";
      case PERIODIC -> "compounded " + times() + " a year";
      case SIMPLE_THEN_PERIODIC -> "simple, then compounded " + times() + " a year";
    };
  }

  private String times() {
    String number =
        perYear == Math.rint(perYear) ? Long.toString((long) perYear) : Double.toString(perYear);
    return number + (perYear == 1 ? " time" : " times");
  }
}
