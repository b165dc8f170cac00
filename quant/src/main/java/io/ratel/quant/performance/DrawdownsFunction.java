package io.ratel.quant.performance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.statistic.PublishedReturns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every fall of wealth below its highest. */
final class DrawdownsFunction {
  private DrawdownsFunction() {}

  record Question(
      @Argument(
              value = "Returns of equal periods, in the order of time; null is no change.",
              min = -1,
              missing = true)
          double[] returns,
      @Argument("The last day of each period.") Optional<List<LocalDate>> dates,
      @Argument(value = "How many of the worst are told.", min = 1, max = 10_000, preset = "10")
          int worst) {
    Question {
      dates.ifPresent(days -> alongside(days.size(), returns.length));
    }
  }

  static void alongside(int dates, int returns) {
    if (dates != returns) {
      throw new InvalidArgumentException(
          "dates", Integer.toString(dates), "must be as many as returns, " + returns);
    }
  }

  record Fall(
      @Result("The depth, negative.") double depth,
      @Result("The first period below, from 0.") int start,
      @Result("The lowest period.") int trough,
      @Result("The period that reached the old height; −1 when none has.") int end,
      @Result(value = "From the first below to the old height, both counted.", unit = "periods")
          int length,
      @Result(value = "From the first below to the lowest, both counted.", unit = "periods")
          int toTrough,
      @Result(value = "From the lowest to the old height; −1 when not reached.", unit = "periods")
          int recovery,
      @Result("Whether the old height was reached.") boolean recovered,
      @Result("The day of start; empty without dates.") String from,
      @Result("The day of trough.") String lowest,
      @Result("The day of end; empty when there is none.") String to) {}

  record Answer(
      @Result(value = "The deepest, negative.", unit = "return") double maxDrawdown,
      @Result(value = "The mean depth of all, negative.", unit = "return") double averageDrawdown,
      @Result(value = "Now, negative or 0.", unit = "return") double current,
      @Result("How many there are.") int count,
      @Result("The part of periods below the highest.") double underwater,
      @Result("The depth after each period.") double[] path,
      @Result("The worst, deepest first.") List<Fall> drawdowns) {}

  static QuantFunction<Question, Answer> function() {
    return QuantFunction.of("risk", "drawdowns", "Drawdowns", Question.class, Answer.class)
        .formula("depth = wealth / highest wealth so far − 1")
        .convention("Depths are negative; the wealth before the first period counts as a height.")
        .reference(
            "C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), pp."
                + " 88–91")
        .example(
            "C. Bacon (2008), 24 months; PerformanceAnalytics, portfolio_bacon",
            "{\"returns\":" + PublishedReturns.BACON_PORTFOLIO + "}",
            "{\"maxDrawdown\":-0.14467296}")
        .computes(DrawdownsFunction::answer);
  }

  private static Answer answer(Question given) {
    double[] path = Drawdowns.path(given.returns());
    List<Drawdowns.Episode> episodes = Drawdowns.episodes(path);
    int below = 0;
    for (double each : path) {
      below += each < 0 ? 1 : 0;
    }
    return new Answer(
        Drawdowns.deepest(path),
        episodes.stream().mapToDouble(Drawdowns.Episode::depth).average().orElse(0),
        path[path.length - 1],
        episodes.size(),
        (double) below / path.length,
        path,
        episodes.stream()
            .sorted(Comparator.comparingDouble(Drawdowns.Episode::depth))
            .limit(given.worst())
            .map(episode -> fall(episode, given))
            .toList());
  }

  private static Fall fall(Drawdowns.Episode episode, Question given) {
    return new Fall(
        episode.depth(),
        episode.start(),
        episode.trough(),
        episode.end(),
        episode.length(),
        episode.falling(),
        episode.recovery(),
        episode.end() >= 0,
        day(given, episode.start()),
        day(given, episode.trough()),
        day(given, episode.end()));
  }

  private static String day(Question given, int period) {
    return period < 0 ? "" : given.dates().map(days -> days.get(period).toString()).orElse("");
  }
}
