package io.ratel.marketdata.news;

import io.ratel.model.instrument.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest headlines and the calendar, bounded. Safe for any thread; nothing blocks. */
public final class NewsBoard {
  private static final int MAX_ITEMS = 5_000;
  private static final int MAX_ENTRIES = 5_000;

  private record Id(String source, String id) {}

  private final Map<Id, NewsItem> items = new HashMap<>();
  private final Map<Id, CalendarEntry> entries = new HashMap<>();

  /**
   * Puts up a headline; one that is there already is replaced where it says more.
   *
   * @return whether it is new
   */
  public synchronized boolean put(NewsItem item) {
    boolean fresh = items.put(new Id(item.source(), item.id()), item) == null;
    if (items.size() > MAX_ITEMS) {
      items.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().timeNs()))
          .map(Map.Entry::getKey)
          .ifPresent(items::remove);
    }
    return fresh;
  }

  /** Announces something, or says what it has become. */
  public synchronized void put(CalendarEntry entry) {
    entries.put(new Id(entry.source(), entry.id()), entry);
    if (entries.size() > MAX_ENTRIES) {
      entries.entrySet().stream()
          .min(Comparator.comparingLong(each -> each.getValue().timeNs()))
          .map(Map.Entry::getKey)
          .ifPresent(entries::remove);
    }
  }

  /**
   * The headlines, newest first.
   *
   * @param about only those that name it; all when empty
   */
  public synchronized List<NewsItem> news(Optional<Symbol> about, int limit) {
    List<NewsItem> found = new ArrayList<>(items.values());
    about.ifPresent(symbol -> found.removeIf(item -> !item.symbols().contains(symbol)));
    found.sort(Comparator.comparingLong(NewsItem::timeNs).reversed().thenComparing(NewsItem::id));
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  /** What is due in {@code [fromNs, toNs)}, earliest first. */
  public synchronized List<CalendarEntry> calendar(long fromNs, long toNs, int limit) {
    return entries.values().stream()
        .filter(entry -> entry.timeNs() >= fromNs && entry.timeNs() < toNs)
        .sorted(Comparator.comparingLong(CalendarEntry::timeNs).thenComparing(CalendarEntry::id))
        .limit(limit)
        .toList();
  }
}
