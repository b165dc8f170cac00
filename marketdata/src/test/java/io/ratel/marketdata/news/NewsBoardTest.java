package io.ratel.marketdata.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ratel.model.instrument.Symbol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NewsBoardTest {
  private static final Symbol BTC = Symbol.of("BTC-USD");

  private final NewsBoard board = new NewsBoard();

  private static NewsItem item(int id, String headline, List<Symbol> symbols) {
    return new NewsItem("WIRE", "n" + id, headline, "", Optional.empty(), symbols, id);
  }

  private static CalendarEntry entry(String id, String actual, long timeNs) {
    return new CalendarEntry("CAL", id, "US", "CPI", 3, actual, "3.2%", "3.1%", timeNs);
  }

  @Test
  void theNewestComesFirstAndTwiceIsOnce() {
    assertThat(board.put(item(1, "a", List.of(BTC)))).isTrue();
    assertThat(board.put(item(2, "b", List.of()))).isTrue();
    assertThat(board.put(item(1, "a, corrected", List.of(BTC)))).isFalse();

    assertThat(board.news(Optional.empty(), 10))
        .extracting(NewsItem::headline)
        .containsExactly("b", "a, corrected");
    assertThat(board.news(Optional.of(BTC), 10))
        .extracting(NewsItem::headline)
        .containsExactly("a, corrected");
    assertThat(board.news(Optional.empty(), 1)).hasSize(1);
  }

  @Test
  void theOldestGoesWhenTheBoardIsFull() {
    for (int i = 0; i < 6_000; i++) {
      board.put(item(i, "h", List.of()));
    }
    List<NewsItem> all = board.news(Optional.empty(), 10_000);

    assertThat(all).hasSize(5_000);
    assertThat(all.getLast().id()).isEqualTo("n1000");
  }

  @Test
  void anEntryBecomesWhatWasPublished() {
    board.put(entry("cpi", "", 100));
    board.put(entry("nfp", "", 50));
    board.put(entry("cpi", "3.4%", 100));

    assertThat(board.calendar(0, 1_000, 10))
        .extracting(CalendarEntry::id, CalendarEntry::actual)
        .containsExactly(tuple("nfp", ""), tuple("cpi", "3.4%"));
    assertThat(board.calendar(51, 1_000, 10)).hasSize(1);
    assertThat(board.calendar(0, 100, 10)).hasSize(1);
  }

  @Test
  void whatIsTooLongOrEmptyIsRefused() {
    assertThatThrownBy(() -> item(1, " ", List.of())).hasMessageContaining("headline");
    assertThatThrownBy(() -> item(1, "x".repeat(301), List.of())).hasMessageContaining("301");
    assertThatThrownBy(() -> new CalendarEntry("C", "i", "", "t", 4, "", "", "", 0))
        .hasMessageContaining("4");
  }
}
