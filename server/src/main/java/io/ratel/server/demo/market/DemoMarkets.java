package io.ratel.server.demo.market;

import io.ratel.model.instrument.InstrumentKind;
import java.util.ArrayList;
import java.util.List;

/** The markets of the demo: six that have a name, and as many further shares as are asked for. */
public final class DemoMarkets {
  /** Markets with a name. */
  public static final int NAMED = 6;

  /** The share whose price follows a club's matches. */
  public static final String RATEL_FC = "RATEL-FC";

  /** Markets at most. */
  public static final int MAX = 2_000;

  private static final List<DemoMarket> BY_NAME =
      List.of(
          DemoMarket.of(
              "BTC-USD", InstrumentKind.SPOT, "BTC", 8, "0.01", "0.00001", 97_250, 0.030, 0.08),
          DemoMarket.of(
              "ETH-USD", InstrumentKind.SPOT, "ETH", 8, "0.01", "0.0001", 3_380, 0.036, 1.6),
          DemoMarket.of("ACME", InstrumentKind.SHARE, "ACME", 0, "0.01", "1", 184.20, 0.016, 60),
          DemoMarket.of(
              "GLOBEX", InstrumentKind.SHARE, "GLOBEX", 0, "0.01", "1", 52.75, 0.021, 140),
          DemoMarket.of(
              "BTC-USD-FUT",
              InstrumentKind.FUTURE,
              "BTC-USD-FUT",
              3,
              "0.5",
              "0.001",
              97_900,
              0.031,
              0.2),
          DemoMarket.of(
              RATEL_FC,
              InstrumentKind.SPORTS_SHARE,
              "RATEL-FC",
              0,
              "0.01",
              "1",
              12.40,
              0.030,
              200));

  private DemoMarkets() {}

  /** Where a market of this symbol is in the list, -1 when it is not. */
  public static int indexOf(List<DemoMarket> markets, String symbol) {
    for (int i = 0; i < markets.size(); i++) {
      if (markets.get(i).symbol().equals(symbol)) {
        return i;
      }
    }
    return -1;
  }

  /** The first {@code count}: those with a name, then SIM0007, SIM0008, … */
  public static List<DemoMarket> first(int count) {
    List<DemoMarket> markets = new ArrayList<>(BY_NAME.subList(0, Math.min(count, NAMED)));
    for (int i = NAMED + 1; i <= count; i++) {
      String symbol = "SIM%04d".formatted(i);
      double price = 10 + 37 * i % 490;
      markets.add(
          DemoMarket.of(
              symbol, InstrumentKind.SHARE, symbol, 0, "0.01", "1", price, 0.02, 5_000 / price));
    }
    return markets;
  }
}
