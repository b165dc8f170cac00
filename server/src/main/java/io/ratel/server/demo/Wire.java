package io.ratel.server.demo;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.MarketEvent;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.match.MatchNews;

/** Gives news of matches a time and a name that no other news has. */
final class Wire {
  private static final Symbol SHARE = Symbol.of(DemoMarkets.RATEL_FC);
  private static final long NANOS = 1_000_000_000L;

  private long matchS;

  /** A match is known by the second in which it began, or in which it was first heard of. */
  MarketEvent event(MatchNews news, long timeNs) {
    if (matchS == 0 || news.kind().equals(MatchNews.KICK_OFF)) {
      matchS = timeNs / NANOS;
    }
    String id = "match-" + matchS + "-" + news.number();
    return new MarketEvent(SHARE, id, news.kind(), news.headline(), timeNs);
  }
}
