package io.ratel.adapters.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real traffic of OKX and Bitstamp against a second, naive reading of the same files. */
final class RecordedVenuesTest {
  private static final int DEPTH = 1_000;

  @TempDir Path folder;
  private QuestTickStore store;
  private LiveMarkets markets;

  @BeforeEach
  void open() {
    store = QuestTickStore.open(folder);
    markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
  }

  @AfterEach
  void close() {
    markets.close();
    store.close();
  }

  @Test
  void okxBooksAgreeWithEverySumTheVenueSentAndWithAPlainReading() throws Exception {
    Path captures = SharedData.folder("captures");
    NaiveVenues.Okx naive = new NaiveVenues.Okx(captures.resolve("OKX.ws.1.0"));
    assertThat(naive.sums).isGreaterThan(250);
    assertThat(naive.wrongSums).isZero();
    assertThat(play(captures.resolve("OKX.ws.1.0")).rejected()).isZero();
    assertThat(naive.books).hasSize(3);
    naive.books.forEach((name, book) -> compare(Symbol.of("OKX:" + name), book));
    naive.trades.forEach(
        (name, count) ->
            assertThat(markets.trades(Symbol.of("OKX:" + name), 1_000)).as(name).hasSize(count));
    assertThat(markets.quote(Symbol.of("OKX:UNI-USD-SWAP"))).isPresent();
    assertThat(markets.counts().gaps() + markets.counts().crossed()).isZero();
  }

  @Test
  void bitstampBooksAreTheAnswersAndTheNewerChanges() throws Exception {
    Path captures = SharedData.folder("captures");
    Path requests = captures.resolve("BITSTAMP.http.0.0");
    Path socket = captures.resolve("BITSTAMP.ws.1.0");
    NaiveVenues.Bitstamp naive = new NaiveVenues.Bitstamp(requests, socket);
    assertThat(play(requests, socket).rejected()).isZero();
    assertThat(naive.books).hasSize(10);
    naive.books.forEach((name, book) -> compare(bitstamp(name), book));
    assertThat(naive.trades).isNotEmpty();
    naive.trades.forEach(
        (name, count) -> assertThat(markets.trades(bitstamp(name), 100)).as(name).hasSize(count));
  }

  @Test
  void binancesNumbersFollowEachOtherAndNoBookHasAGap() throws Exception {
    Path captures = SharedData.folder("captures");
    Pattern numbers = Pattern.compile("\"s\":\"([A-Z]+)\",\"U\":([0-9]+),\"u\":([0-9]+)");
    Map<String, Long> last = new HashMap<>();
    Files.readAllLines(captures.resolve("BINANCE.ws.1.0"))
        .forEach(
            line -> {
              Matcher found = numbers.matcher(line);
              if (found.find()) {
                Long before = last.put(found.group(1), Long.parseLong(found.group(3)));
                assertThat(before == null || before + 1 == Long.parseLong(found.group(2)))
                    .as(line)
                    .isTrue();
              }
            });
    assertThat(last).hasSize(4);
    play(captures.resolve("BINANCE.http.0.0"), captures.resolve("BINANCE.ws.1.0"));
    assertThat(markets.counts().gaps() + markets.counts().crossed()).isZero();
  }

  @Test
  void everyRecordingThereIsCanBePlayedWithoutARejectedFrame() throws Exception {
    Path captures = SharedData.folder("captures");
    assertThat(ReplayPlan.of(List.of(captures)).skipped()).isEmpty();
    assertThat(play(captures).rejected()).isZero();
  }

  private static Symbol bitstamp(String name) {
    String quote = name.endsWith("usdt") ? "usdt" : name.substring(name.length() - 3);
    return Symbol.ofVenue("BITSTAMP", name.substring(0, name.length() - quote.length()), quote);
  }

  private void compare(Symbol symbol, NaiveVenues.Book naive) {
    BookView book = markets.book(symbol, DEPTH).orElseThrow(() -> new AssertionError(symbol));
    assertThat(decimals(book.market(), book.bids()))
        .as("%s bids", symbol)
        .isEqualTo(best(naive.bids));
    assertThat(decimals(book.market(), book.asks()))
        .as("%s asks", symbol)
        .isEqualTo(best(naive.asks));
  }

  private static List<List<BigDecimal>> best(TreeMap<BigDecimal, JsonNode> side) {
    return NaiveVenues.Book.best(side, DEPTH);
  }

  private static List<List<BigDecimal>> decimals(Market market, List<Level> levels) {
    return levels.stream()
        .map(
            level ->
                List.of(
                    NaiveReading.plain(BigDecimal.valueOf(level.price(), market.priceScale())),
                    NaiveReading.plain(
                        BigDecimal.valueOf(level.quantity(), market.quantityScale()))))
        .toList();
  }

  private ReplayReport play(Path... files) throws Exception {
    try (Replay replay =
        Replay.start(ReplayPlan.of(List.of(files)), markets, Speed.MAX, ReplayClock.SYSTEM)) {
      return replay.finished().get();
    }
  }
}
