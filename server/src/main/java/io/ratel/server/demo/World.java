package io.ratel.server.demo;

import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.market.PriceProcess;
import io.ratel.server.demo.match.MatchNews;
import io.ratel.server.demo.match.Season;
import java.util.List;

/**
 * What the demo's traders trade upon: prices, and a season of matches that moves one of them.
 * Follows from its seed and the lengths of its steps. Not safe for threads.
 */
final class World {
  private final PriceProcess prices;
  private final Season season;
  private final int share;

  World(List<DemoMarket> markets, long seed) {
    prices = new PriceProcess(markets, seed);
    season = new Season(seed ^ 0x5EA5_0418L);
    share = DemoMarkets.indexOf(markets, DemoMarkets.RATEL_FC);
  }

  PriceProcess prices() {
    return prices;
  }

  /** Goes on by {@code seconds}; what happened in the match, when its share is traded. */
  List<MatchNews> step(double seconds) {
    prices.step(seconds);
    if (share < 0) {
      return List.of();
    }
    List<MatchNews> happened = season.advance(seconds);
    prices.move(share, season.takeMove());
    return happened;
  }

  /** Whether a match moves this market now. */
  boolean isPlaying(int market) {
    return market == share && season.isPlaying();
  }
}
