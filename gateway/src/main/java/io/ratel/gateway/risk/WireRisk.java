package io.ratel.gateway.risk;

import io.ratel.exchange.view.EquityHistory;
import io.ratel.quant.portfolio.LiveRisk;
import io.ratel.quant.portfolio.Stakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What an account may lose within a day, in {@code currency}; losses are positive. Figures are null
 * while too little is known of the past.
 *
 * @param cash what has no risk
 * @param exposure of all components, with their signs
 * @param grossExposure the same without their signs
 * @param confidence of every value at risk and shortfall
 * @param bar how long a bar is whose returns are taken, as ISO-8601 has durations
 * @param observations how many returns there are
 * @param deviation the standard deviation of a day's profit
 * @param worst the worst return there was, over a day
 * @param unpriced assets that nothing prices, which are not in any figure
 */
public record WireRisk(
    String accountId,
    Instant time,
    String currency,
    double cash,
    double exposure,
    double grossExposure,
    double confidence,
    String bar,
    int observations,
    @Nullable Double deviation,
    @Nullable Double gaussianVar,
    @Nullable Double gaussianShortfall,
    @Nullable Double historicalVar,
    @Nullable Double historicalShortfall,
    @Nullable Double worst,
    List<WireComponent> components,
    List<WireStress> stresses,
    List<String> unpriced,
    String convention,
    String inputsHash,
    String reference) {
  private static final double[] SHOCKS = {-0.5, -0.3, -0.2, -0.1, -0.05, 0.05, 0.1, 0.2};

  /**
   * What is at stake in one market.
   *
   * @param quantity negative when less than nothing is held
   * @param price null while it is unknown
   * @param component what it has of {@code gaussianVar}; they sum to it
   * @param share the same as a part of it
   */
  public record WireComponent(
      String symbol,
      double quantity,
      @Nullable Double price,
      double value,
      @Nullable Double component,
      @Nullable Double share) {}

  /**
   * All prices moved at once.
   *
   * @param shock such as −0.1
   */
  public record WireStress(double shock, double profit) {}

  /**
   * @param bar how long the bars are that it was read from
   */
  static WireRisk of(
      long accountId, Instant time, Stakes stakes, LiveRisk.Figures figures, Duration bar) {
    return new WireRisk(
        Long.toString(accountId),
        time,
        EquityHistory.UNIT,
        stakes.cash(),
        figures.value(),
        figures.gross(),
        figures.confidence(),
        bar.toString(),
        figures.observations(),
        known(figures.deviation()),
        known(figures.gaussianVar()),
        known(figures.gaussianShortfall()),
        known(figures.historicalVar()),
        known(figures.historicalShortfall()),
        known(figures.worst()),
        figures.stakes().stream().map(stake -> component(stake, figures.gaussianVar())).toList(),
        DoubleStream.of(SHOCKS)
            .mapToObj(shock -> new WireStress(shock, shock * figures.value()))
            .toList(),
        stakes.unpriced(),
        LiveRisk.CONVENTION,
        figures.inputsHash(),
        LiveRisk.REFERENCE);
  }

  private static WireComponent component(LiveRisk.Stake stake, double whole) {
    return new WireComponent(
        stake.symbol().text(),
        stake.units(),
        known(stake.price()),
        stake.value(),
        known(stake.component()),
        known(stake.component() / whole));
  }

  private static @Nullable Double known(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }
}
