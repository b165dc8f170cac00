package io.ratel.gateway.venue;

import io.ratel.exchange.view.EquityHistory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Samples in memory. */
public final class FakeEquity implements EquityHistory {
  private final List<Point> points = new CopyOnWriteArrayList<>();

  @Override
  public void record(List<Point> more) {
    points.addAll(more);
  }

  @Override
  public List<Point> points(long accountId, long fromNs, long toNs, long stepNs, int limit) {
    List<Point> matching =
        points.stream()
            .filter(point -> point.accountId() == accountId)
            .filter(point -> point.timeNs() >= fromNs && point.timeNs() < toNs)
            .toList();
    return matching.subList(Math.max(0, matching.size() - limit), matching.size());
  }
}
