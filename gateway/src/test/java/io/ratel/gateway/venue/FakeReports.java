package io.ratel.gateway.venue;

import io.ratel.exchange.view.TradeReports;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fills in a list. */
public final class FakeReports implements TradeReports {
  public final List<ReportedFill> fills = new ArrayList<>();

  /** Longer than any bound. */
  public volatile boolean endless;

  /** Fails in the middle. */
  public volatile boolean broken;

  @Override
  public boolean isLongerThan(Query query, int most) {
    return endless;
  }

  @Override
  public void forEach(Query query, Consumer<ReportedFill> handler) {
    fills.stream()
        .filter(fill -> fill.accountId() == query.accountId())
        .filter(fill -> !fill.time().isBefore(query.from()) && fill.time().isBefore(query.to()))
        .forEach(handler);
    if (broken) {
      throw new IllegalStateException("the tables are gone");
    }
  }
}
